// Which names bytes may be kept under: two plain parts, `kind/name`, that mean the same on every file system.

const KIND = /^[a-z][a-z0-9-]{0,31}$/;
const NAME = /^[a-z0-9][a-z0-9_-]{0,127}(\.[a-z0-9]{1,8})?$/;
/** Devices, not files, on Windows, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

/** Lower case only, because some file systems take `A` and `a` for one name. */
export function isBlobKey(key: string): boolean {
  const [kind = '', name = '', ...rest] = key.split('/');
  const plain = KIND.test(kind) && NAME.test(name) && rest.length === 0;
  return plain && !RESERVED.test(kind) && !RESERVED.test(name);
}

/** @throws TypeError for a key such as `../etc/passwd`; keys are made by this program, so it is a fault of the caller. */
export function checkBlobKey(key: string): void {
  if (!isBlobKey(key)) throw new TypeError(`not a key for bytes: ${JSON.stringify(key)}`);
}
