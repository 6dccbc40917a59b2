// Roads, rivers and names over the flood: the base map's own tiles once more, with the bare ground made transparent.
// The browser has the tiles already, so nothing is downloaded twice.

// Land, wood and built-up ground of the base map's style; roads are white and differ more than the tolerance.
const GROUND = [[0xf1, 0xef, 0xe9], [0xe6, 0xe4, 0xda], [0xea, 0xe6, 0xde]];
const TOLERANCE = 5;

/** A Leaflet layer of the tiles at a URL template, without their ground. */
export function overWater(url, options) {
  const Layer = L.GridLayer.extend({
    createTile(coords, done) {
      const canvas = L.DomUtil.create('canvas');
      const image = new Image();
      image.onload = () => done(null, withoutGround(canvas, image));
      image.onerror = () => done(new Error('tile'), canvas);
      image.src = L.Util.template(url, { ...options, ...coords });
      return canvas;
    },
  });
  return new Layer(options);
}

function withoutGround(canvas, image) {
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = picture;
  for (let i = 0; i < data.length; i += 4) {
    if (GROUND.some((ground) => close(data, i, ground))) {
      data[i + 3] = 0;
    }
  }
  context.putImageData(picture, 0, 0);
  return canvas;
}

const close = (data, i, ground) =>
  Math.abs(data[i] - ground[0]) <= TOLERANCE && Math.abs(data[i + 1] - ground[1]) <= TOLERANCE && Math.abs(data[i + 2] - ground[2]) <= TOLERANCE;
