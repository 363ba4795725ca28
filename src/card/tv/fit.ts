interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much of a picture may be cut away for a full screen: a tablet's 16:10 loses a tenth; 4:3 would lose heads. */
const MAY_LOSE = 0.14;

/** Whether a picture fills the screen, or is seen whole: a telephone held upright, for one. */
export function fitOf(picture: Size, screen: Size): 'cover' | 'contain' {
  if (!picture.width || !picture.height || !screen.width || !screen.height) return 'contain';
  const ratio = (picture.width * screen.height) / (picture.height * screen.width);
  return 1 - Math.min(ratio, 1 / ratio) <= MAY_LOSE ? 'cover' : 'contain';
}
