type Matrix = readonly [number, number, number, number, number, number];

export interface Upright {
  readonly width: number;
  readonly height: number;
  /** As `setTransform` takes it. */
  readonly matrix: [number, number, number, number, number, number];
}

/** How a picture of that size is drawn so that it stands the right way (TIFF 6.0, tag 274). */
export function uprightOf(orientation: number, width: number, height: number): Upright {
  const matrices: Readonly<Record<number, Matrix>> = {
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  };
  const matrix = matrices[orientation] ?? [1, 0, 0, 1, 0, 0];
  const lies = orientation >= 5 && orientation <= 8;
  return { width: lies ? height : width, height: lies ? width : height, matrix: [...matrix] };
}
