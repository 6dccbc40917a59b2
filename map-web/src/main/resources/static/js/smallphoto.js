// Makes a photo small before it leaves the phone: a link in the field carries 150 KB, not 5 MB.

const LONGEST_PX = 1280;
const QUALITY = 0.72;

/** The picture of a file as JPEG in base64, and as an address to show it by; fails when it is no picture. */
export async function smallPhoto(file) {
  const picture = await drawn(await addressOf(file));
  const scale = Math.min(1, LONGEST_PX / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  const shown = canvas.toDataURL('image/jpeg', QUALITY);
  return { shown, base64: shown.slice(shown.indexOf(',') + 1) };
}

function addressOf(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}

function drawn(address) {
  return new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = () => failed(new Error('not a picture'));
    image.src = address;
  });
}
