import { useId } from 'react';
import type { QrCode } from './qrCode.ts';

interface QrPictureProps {
  readonly code: QrCode;
  readonly title: string;
}

/** Black on white in either theme: cameras want it so. */
export function QrPicture({ code: { size, path }, title }: QrPictureProps) {
  const titleId = useId();
  return (
    <svg
      className="qr"
      role="img"
      aria-labelledby={titleId}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shapeRendering="crispEdges"
    >
      <title id={titleId}>{title}</title>
      <rect className="qr-ground" width={size} height={size} />
      <path className="qr-squares" d={path} />
    </svg>
  );
}
