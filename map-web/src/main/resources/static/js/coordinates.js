// Reads a place typed by a person. Order is "latitude, longitude", as people here read them from a phone.

const PLAIN = /^\(?\s*(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NSBE ĐW]?)\s*[,; ]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NSBEĐW]?)\s*\)?$/i;
const SEXAGESIMAL = /(\d{1,3})\s*[°d]\s*(\d{1,2})\s*['’′]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|”|″|''))?\s*([NSBEĐW]?)/gi;

/** The position [lon, lat], or null where the text is not two coordinates. "16,75; 107,18" and "16.75, 107.18" both work. */
export function parseCoordinates(text) {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const plain = PLAIN.exec(trimmed);
  if (plain) {
    return ordered(number(plain[1]), plain[2].trim(), number(plain[3]), plain[4]);
  }
  const parts = [];
  let match;
  SEXAGESIMAL.lastIndex = 0;
  while ((match = SEXAGESIMAL.exec(trimmed))) {
    parts.push([Number(match[1]) + Number(match[2]) / 60 + number(match[3] || '0') / 3600, match[4]]);
  }
  return parts.length === 2 ? ordered(parts[0][0], parts[0][1], parts[1][0], parts[1][1]) : null;
}

const number = (text) => Number(text.replace(',', '.'));

// B (Bắc) and Đ (Đông) are the Vietnamese letters for N and E. A first value over 90 can only be a longitude.
function ordered(first, firstSide, second, secondSide) {
  const firstIsLon = /^[EĐW]$/i.test(firstSide) || /^[NSB]$/i.test(secondSide) || Math.abs(first) > 90;
  const lat = firstIsLon ? second : first;
  const lon = firstIsLon ? first : second;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}

/** "16,75000; 107,18000" is hard to paste elsewhere, so both languages write "16.75000, 107.18000". */
export const writeCoordinates = (lonLat) => lonLat[1].toFixed(5) + ', ' + lonLat[0].toFixed(5);
