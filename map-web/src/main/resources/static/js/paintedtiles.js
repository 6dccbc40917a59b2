// The base map's own tiles in other colours. The browser has the tiles already, so nothing is downloaded twice.

const TOLERANCE = 5;

/** A Leaflet layer of the tiles at a URL template; `paint(data, i)` may change each pixel, four bytes from i. */
export function paintedTiles(url, options, paint) {
  const Layer = L.GridLayer.extend({
    createTile(coords, done) {
      const canvas = L.DomUtil.create('canvas');
      const image = new Image();
      image.onload = () => done(null, painted(canvas, image, paint));
      image.onerror = () => done(new Error('tile'), canvas);
      image.src = L.Util.template(url, { ...options, ...coords });
      return canvas;
    },
  });
  return new Layer(options);
}

function painted(canvas, image, paint) {
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let i = 0; i < picture.data.length; i += 4) {
    paint(picture.data, i);
  }
  context.putImageData(picture, 0, 0);
  return canvas;
}

/** Whether a pixel has a colour [r, g, b] of the style, as far as PNG palettes keep it. */
export const near = (data, i, colour) =>
  Math.abs(data[i] - colour[0]) <= TOLERANCE && Math.abs(data[i + 1] - colour[1]) <= TOLERANCE && Math.abs(data[i + 2] - colour[2]) <= TOLERANCE;
