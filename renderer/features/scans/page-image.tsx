import { useEffect, useState, type ReactNode } from 'react';

/** A page as a picture. Its address lives as long as it is looked at. */
export function PageImage({
  jpeg,
  label,
}: {
  readonly jpeg: Uint8Array<ArrayBuffer>;
  readonly label: string;
}): ReactNode {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [jpeg]);
  return address === undefined ? null : <img className="scan-image" src={address} alt={label} />;
}
