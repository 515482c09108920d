import { Share2 } from 'lucide-react';

interface ShareButtonProps {
  readonly hasIcon: boolean;
  readonly onShare: () => void;
}

/** Opens what hands the picture on. */
export function ShareButton({ hasIcon, onShare }: ShareButtonProps) {
  return (
    <button
      type="button"
      className={hasIcon ? 'button' : 'button is-foldable'}
      title={hasIcon ? undefined : 'Share'}
      aria-haspopup="dialog"
      onClick={onShare}
    >
      <Share2 aria-hidden />
      <span>Share</span>
    </button>
  );
}
