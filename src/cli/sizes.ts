// Amounts of bytes and stretches of time, as people read them.
const MEBI = 1024 ** 2;
const GIBI = 1024 ** 3;

const rounded = (amount: number): string => amount.toFixed(1).replace(/\.0$/, '');

/** Such as 12 KB, 3.4 MB, 0.9 GB. */
export function sizeText(bytes: number): string {
  if (bytes >= 0.9 * GIBI) return `${rounded(bytes / GIBI)} GB`;
  return bytes >= MEBI ? `${rounded(bytes / MEBI)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}

/** Such as 0:07 or 1:02:33. */
export function durationText(seconds: number): string {
  const whole = Math.ceil(seconds);
  const hours = Math.floor(whole / 3600);
  const two = (part: number): string => String(part).padStart(2, '0');
  const minutes = Math.floor((whole % 3600) / 60);
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}
