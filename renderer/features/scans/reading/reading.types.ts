/** A page as a picture, upright, with what its codes say. */
export interface ReadPage {
  /** Of every code on it. */
  readonly texts: readonly string[];
  readonly blank: boolean;
  /** JPEG without anything a camera wrote into it: neither place nor time. */
  readonly jpeg: Uint8Array<ArrayBuffer>;
}

export type ReadAnswer =
  | { readonly id: number; readonly page: ReadPage }
  /** The browser cannot draw it: no picture, or of a kind it does not know. */
  | { readonly id: number; readonly page: null };

export interface ReadQuestion {
  readonly id: number;
  readonly picture: Blob | ImageBitmap;
}
