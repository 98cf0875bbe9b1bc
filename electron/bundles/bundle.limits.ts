/** What is taken in at most, whatever a bundle says of itself. Counted on bytes really read or inflated. */
export interface BundleLimits {
  /** Of the `.age` file. */
  readonly fileBytes: number;
  /** Of all files in the bag together. */
  readonly inflatedBytes: number;
  readonly entries: number;
  /** Of each tag file (`manifest-sha256.txt` is the large one) and of `office.json`: these are held in memory. */
  readonly tagBytes: number;
  /** Of one case or event; a line is held in memory. */
  readonly lineBytes: number;
  /** How deep the JSON of a line may be nested. */
  readonly depth: number;
}

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

export const DEFAULT_LIMITS: BundleLimits = {
  fileBytes: 16 * GIB,
  inflatedBytes: 32 * GIB,
  entries: 200_000,
  tagBytes: 64 * MIB,
  lineBytes: 4 * MIB,
  depth: 64,
};
