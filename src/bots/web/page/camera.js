// The class computer's camera, for drawings on paper: shows what it sees, and takes pictures until somebody is done.
import { h, setText } from './dom.js';
import { words } from './language.js';
import { button, openDialog } from './parts.js';

/** As fine as the camera can. */
const WISHES = { width: { ideal: 3840 }, height: { ideal: 2160 }, facingMode: 'environment' };

/** @param {HTMLVideoElement} video @returns {Promise<Blob | null>} */
function shoot(video) {
  const canvas = h('canvas', { width: video.videoWidth, height: video.videoHeight });
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.93));
}

/** @param {import('./desk.js').Desk} desk */
export async function openCamera(desk) {
  /** @type {MediaStream | undefined} */
  let stream;
  let count = 0;
  const video = h('video', { autoplay: true, playsinline: true, 'aria-label': words.cameraHeading });
  video.muted = true;
  const said = h('p', { class: 'said', role: 'status' }, words.cameraHint);
  const choice = h('select', { 'aria-label': words.cameraChoice, hidden: true });

  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  /** @param {MediaTrackConstraints} wishes */
  async function look(wishes) {
    stop();
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: wishes });
      video.srcObject = stream;
      snap.disabled = false;
    } catch {
      setText(said, words.cameraRefused);
      snap.disabled = true;
    }
  }
  const snap = button(words.shoot, { icon: 'camera', kind: 'main' }, async () => {
    const blob = await shoot(video);
    if (!blob) return;
    count += 1;
    desk.addPictures([new File([blob], words.photoName(count), { type: blob.type })]);
    setText(said, words.shot(count));
    video.classList.remove('flash');
    void video.offsetWidth;
    video.classList.add('flash');
  });
  snap.disabled = true;

  const dialog = openDialog(
    words.cameraHeading,
    (close) => [video, said, h('div', { class: 'row end' }, choice, button(words.cameraClose, {}, close), snap)],
    'camera',
  );
  dialog.addEventListener('close', stop);
  await look(WISHES);
  if (!dialog.open) return stop();
  const devices = await navigator.mediaDevices.enumerateDevices();
  const cameras = devices.filter(({ kind }) => kind === 'videoinput');
  choice.hidden = cameras.length < 2;
  choice.append(...cameras.map(({ deviceId, label }) => h('option', { value: deviceId }, label)));
  choice.addEventListener('change', () => look({ ...WISHES, deviceId: { exact: choice.value } }));
}
