// Numbers, amounts and times the way people write them. All times are shown in UTC+7.

import { LANGUAGES } from './languages.js';
import { get } from './state.js';
import { t, worded } from './text.js';

const NBSP = '\u00a0';
const OFFSET_MS = 7 * 3600 * 1000;

export function number(value, digits = 0, always = 0) {
  return new Intl.NumberFormat(LANGUAGES[get('lang')].region, { minimumFractionDigits: always, maximumFractionDigits: digits }).format(value);
}

const withUnit = (value, unit) => value + NBSP + unit;

/** "1.296 hộ" */
export const households = (n) => t('n_households', { n, count: number(n) });

/** "4.384 người" */
export const people = (n) => t('n_people', { n, count: number(n) });

/** A place's name; where the whole screen is marked as a drill, the mark in each name only hides the name. */
export const placeTitle = (name) => (get('disaster') && get('disaster').simulated ? name.replace(/\s*\(mô phỏng\)$/, '') : name);

/** Depth in metres: "0,7 m"; below 1 m, where a few centimetres decide who gets through, two digits. */
export const depth = (metres) => withUnit(number(metres, metres < 1 ? 2 : 1), 'm');

export function distance(metres) {
  if (metres < 950) {
    return withUnit(number(Math.round(metres / 10) * 10), 'm');
  }
  return withUnit(number(metres / 1000, metres < 99500 ? 1 : 0), 'km');
}

export function duration(seconds) {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (!hours) {
    return withUnit(minutes, t('minutes', { n: minutes }));
  }
  return withUnit(hours, t('hours', { n: hours })) + (rest ? NBSP + withUnit(rest, t('minutes', { n: rest })) : '');
}

const two = (value) => String(value).padStart(2, '0');
const local = (at) => new Date(new Date(at).getTime() + OFFSET_MS);

/** As an input of date and time holds it, and back to an instant; null for an empty one. */
export const toInput = (at) => local(at).toISOString().slice(0, 16);
export const fromInput = (text) => (text ? new Date(text + ':00+07:00').toISOString() : null);

/** "14:00" */
export function clock(at) {
  const d = local(at);
  return two(d.getUTCHours()) + ':' + two(d.getUTCMinutes());
}

/** "18/10", with the year where it is not this one. */
export function day(at) {
  const d = local(at);
  const sameYear = d.getUTCFullYear() === local(Date.now()).getUTCFullYear();
  return two(d.getUTCDate()) + '/' + two(d.getUTCMonth() + 1) + (sameYear ? '' : '/' + d.getUTCFullYear());
}

export const clockAndDay = (at) => clock(at) + NBSP + day(at);

/** "8 phút trước"; after 24 hours only the time with its date says enough. */
export function ago(at) {
  const seconds = (Date.now() - new Date(at).getTime()) / 1000;
  if (seconds < 0 || seconds >= 24 * 3600) {
    return clockAndDay(at);
  }
  return t('ago', { time: seconds < 3600 ? duration(seconds) : duration(Math.round(seconds / 3600) * 3600) });
}

/** Short form for a table cell: "12 ph", "3 giờ", "18/10". */
export function agoShort(at) {
  const minutes = Math.round((Date.now() - new Date(at).getTime()) / 60000);
  if (minutes < 0 || minutes >= 24 * 60) {
    return day(at);
  }
  return minutes < 60 ? withUnit(minutes, t('min_short')) : withUnit(Math.round(minutes / 60), t('hour_short'));
}

/** An amount of an item in its own unit: 18.600 lít, 4,2 tấn, 60 triệu đ. */
export function amount(quantity, item) {
  const kind = item ? item.unit_vi.trim().toLowerCase() : '';
  if (kind === 'kg') {
    return mass(quantity);
  }
  if (kind === 'đồng' || kind === 'vnd') {
    return money(quantity);
  }
  const written = digits(quantity);
  return withUnit(written, unitOf(item, written));
}

const digits = (quantity) => number(quantity, quantity < 10 ? 1 : 0);

/** The unit of an item as it stands behind a number: "lít", "litre" behind "1", "litres" else. */
export const unitOf = (item, written) => (item ? (written !== '1' && worded(item, 'units')) || worded(item, 'unit') : '');

/** The name of an item in the middle of a sentence: "gạo", "UHT milk". */
export function inSentence(name) {
  const abbreviation = name.length > 1 && name[1] !== name[1].toLowerCase();
  return abbreviation ? name : name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** An item and how much of it, on a line of its own or in a list: "Gạo 4,2 tấn", "4.2 t of rice", "267 blankets". */
export function itemAmount(quantity, item, code) {
  const words = counted(quantity, item) || t(isCash(item) ? 'amount_listed_cash' : 'amount_listed', parts(quantity, item, code));
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The same in a sentence: "4,2 tấn gạo". */
export function amountOf(quantity, item, code) {
  const filled = parts(quantity, item, code);
  const countsItself = item && filled.item.split(' ').includes(unitOf(item, digits(quantity))); // "12 bộ vệ sinh gia đình"
  return counted(quantity, item) || (countsItself ? withUnit(digits(quantity), filled.item) : t(isCash(item) ? 'amount_of_cash' : 'amount_of', filled));
}

const isCash = (item) => Boolean(item) && item.lack_group === 'cash';
const parts = (quantity, item, code) => ({ amount: amount(quantity, item), item: inSentence(item ? worded(item, 'name') : code) });

// What a language counts by its own name; null for what it measures.
function counted(quantity, item) {
  const written = digits(quantity);
  const itself = item && worded(item, written === '1' ? 'one' : 'many');
  return itself ? withUnit(written, itself) : null;
}

export function mass(kg) {
  return kg >= 1000 ? withUnit(number(kg / 1000, kg < 99500 ? 1 : 0), t('tonnes')) : withUnit(number(kg, kg < 10 ? 1 : 0), 'kg');
}

/**
 * How a table column writes amounts of an item (or kilograms where item is null) whose largest is `most`:
 * the unit for its head and a writer of the number alone.
 */
export function column(item, most) {
  const kind = item ? item.unit_vi.trim().toLowerCase() : 'kg';
  const scaled = (by, unit) => ({ unit, write: (n) => (n > 0 && n / by < 0.05 ? '<' + number(0.1, 1) : number(n / by, n / by < 100 ? 1 : 0)) });
  if (kind === 'kg') {
    return most >= 1000 ? scaled(1000, t('tonnes')) : scaled(1, 'kg');
  }
  if (kind === 'lít' && most >= 10000) {
    return scaled(1000, 'm³');
  }
  if (kind === 'đồng' || kind === 'vnd') {
    return scaled(1e6, t('million_short'));
  }
  return { unit: unitOf(item), write: (n) => number(n) };
}

function money(dong) {
  if (dong >= 1e9) {
    return withUnit(number(dong / 1e9, 1), t('billion_dong'));
  }
  return dong >= 1e6 ? withUnit(number(dong / 1e6, dong < 1e7 ? 1 : 0), t('million_dong')) : withUnit(number(dong), 'đ');
}
