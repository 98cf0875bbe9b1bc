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
  | { readonly id: number; readonly page: null }
  /** How many pages a TIFF has; null where it is none. */
  | { readonly id: number; readonly pages: number | null }
  | { readonly id: number; readonly drawn: DrawnTiff };

/** A page of a TIFF as a picture that the window knows, or why there is none. */
export type DrawnTiff = Blob | 'too-large' | 'cannot';

export type ReadQuestion =
  | {
      readonly id: number;
      readonly picture: Blob | ImageBitmap;
      /** From 1; of a TIFF, which the browser does not draw. */
      readonly tiffPage?: number | undefined;
    }
  | { readonly id: number; readonly tiff: Blob }
  /** For the eye: the whole page, upright, no side longer than that. */
  | { readonly id: number; readonly look: Blob; readonly page: number; readonly longest: number };
