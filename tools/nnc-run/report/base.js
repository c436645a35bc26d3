'use strict';

// What every part of the page is made of. Text from data goes through
// textContent only, never through markup.

const data = JSON.parse(document.getElementById('data').textContent);

/** An element with attributes and children; a string is text. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {}))
    if (value !== undefined && value !== null) element.setAttribute(name, value);
  for (const child of children.flat(Infinity))
    if (child !== undefined && child !== null) element.append(child);
  return element;
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}

/** Four digits, or more, as one reads them. */
function brief(value, digits = 4) {
  if (value === null || value === undefined) return 'not finite';
  if (typeof value !== 'number') return String(value);
  if (value === 0) return '0'; // -0 too
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return value.toLocaleString('en');
  return isPlain(value) ? plain(value, digits) : value.toExponential(digits - 2);
}

/** Whether a number is as well read without a power of ten. */
function isPlain(value) {
  return Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6;
}

function plain(value, digits) {
  const text = Number(value.toPrecision(digits))
    .toLocaleString('en', { maximumFractionDigits: digits + 4 });
  return text === '-0' ? '0' : text;
}

/** The digits by which ticks are told apart, each within a twentieth of a step. */
function digitsOf(ticks) {
  const values = ticks.map(tick => tick.value);
  const step = Math.min(...values.slice(1).map((value, i) => Math.abs(value - values[i])));
  let digits = 4;
  while (digits < 15 && values.some(value =>
    Math.abs(Number(value.toPrecision(digits)) - value) > step / 20)) ++digits;
  return digits;
}

/** A tick's label; on a logarithmic axis only 1, 2 and 5 of each power of ten have one. */
function tickLabel(value, ticks, logarithmic) {
  if (logarithmic)
    return /^[125](\.0+)?e/.test(value.toExponential()) ? brief(value).replace('.00e', 'e') : '';
  // All of an axis alike.
  const most = Math.max(...ticks.map(tick => Math.abs(tick.value)));
  return isPlain(most) ? plain(value, digitsOf(ticks))
    : brief(value, digitsOf(ticks)).replace(/\.?0+e/, 'e');
}

function bytes(count) {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0;
  for (; count >= 1024 && unit < 4; ++unit) count /= 1024;
  return (unit ? count.toFixed(1) : count) + ' ' + units[unit];
}

function duration(seconds) {
  if (seconds < 60) return brief(seconds) + ' s';
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return `${parts[0]} h ${parts[1]} min ${parts[2]} s`.replace(/^0 h /, '');
}

/** A table; a column is numbers where all its cells are. */
function table(head, rows, caption) {
  const isNumber = head.map((_, i) => rows.length > 0 && rows.every(
    row => typeof row[i] === 'number' || row[i] === null || row[i] === ''));
  const kind = i => isNumber[i] ? { class: 'number' } : {};
  return make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    make('table', {},
      make('thead', {}, make('tr', {}, head.map((text, i) =>
        make('th', { scope: 'col', ...kind(i) }, text)))),
      make('tbody', {}, rows.map(row => make('tr', {}, row.map((cell, i) =>
        make('td', kind(i), cell instanceof Node || typeof cell === 'string'
          ? cell : brief(cell))))))));
}

function section(title, ...children) {
  const id = title.toLowerCase().replace(/[^a-z]+/g, '-');
  return make('section', { 'aria-labelledby': id }, make('h2', { id }, title), children);
}

/** A chart or picture with its heading and what to look for. */
function figure(title, caption, ...children) {
  return make('figure', {},
    make('figcaption', {}, make('h3', {}, title), make('p', {}, caption)), children);
}

// Blue, green and yellow as in Viridis: in order of lightness for any eye.
function ordered(share) {
  const stops = [[68, 1, 84], [59, 82, 139], [33, 145, 140], [94, 201, 98], [253, 231, 37]];
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  // Neither end may vanish in the ground.
  const at = (isDark ? .2 + .8 * share : .88 * share) * (stops.length - 1);
  const low = Math.min(Math.floor(at), stops.length - 2), part = at - low;
  return 'rgb(' + stops[low].map((v, i) =>
    Math.round(v + part * (stops[low + 1][i] - v))).join(',') + ')';
}

// Okabe and Ito: apart for any eye, on light and dark.
const distinct = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9',
  '#8c6d31', '#7f7f7f', '#b22222', '#6a5acd'];

/** A canvas is drawn when it stands in the page, and has a size. */
let waiting = [];
function later(draw) { waiting.push(draw); }

/** What curves say to those who do not see them. */
function inWords(title, sets, xTitle) {
  const ends = sets.slice(0, 4).map(set => {
    const points = set.points.filter(point => point.y !== null);
    if (!points.length) return `${set.label}: no finite value`;
    const first = points[0], last = points[points.length - 1];
    return `${set.label}: ${brief(first.y)} at ${xTitle} ${brief(first.x)}, ` +
      `${brief(last.y)} at ${xTitle} ${brief(last.x)}`;
  });
  const rest = sets.length > 4 ? `; and ${sets.length - 4} more curves` : '';
  return `${title}. ${ends.join('; ')}${rest}.`;
}

/**
 * Curves: sets of {label, points: [{x, y}], colour, dash}. A value that is not
 * finite is a gap. `names` are those of whole positions on the x axis.
 */
function curves(title, caption, sets, options = {}) {
  const all = sets.flatMap(set => set.points.map(point => point.y));
  const finite = all.filter(y => y !== null);
  if (!finite.length)
    return figure(title, caption, make('p', {}, 'No value is finite.'));
  const least = Math.min(...finite), most = Math.max(...finite);
  const logarithmic = options.linear ? false : least > 0 && most > 20 * least;
  const xTitle = options.xTitle || 'step';
  const gaps = all.length - finite.length;
  if (gaps)
    caption += ` ${gaps} value${gaps > 1 ? 's are' : ' is'} ${options.gap || 'not finite'} and left out.`;
  const canvas = make('canvas', { role: 'img', 'aria-label': inWords(title, sets, xTitle) });
  const many = sets.length > 8;
  const key = many ? make('div', { class: 'key', 'aria-hidden': 'true' },
    sets[0].label, make('i', { style: 'background:linear-gradient(90deg,' +
      [0, .25, .5, .75, 1].map(ordered).join(',') + ')' }), sets[sets.length - 1].label) : null;
  later(() => new Chart(canvas, {
    type: 'line',
    data: {
      datasets: [...sets, ...(options.band || [])].map((set, i) => ({
        label: set.label, data: set.points, parsing: false,
        borderColor: set.colour || (many ? ordered(i / (sets.length - 1)) : distinct[i % 10]),
        backgroundColor: set.colour || (many ? ordered(i / (sets.length - 1)) : distinct[i % 10]),
        borderWidth: many ? 1 : 1.75, borderDash: set.dash || [],
        pointRadius: set.dots ? 2.5 : many || set.points.length > 40 || options.bare ? 0 : 2,
        showLine: !set.dots, tension: 0, spanGaps: false,
        fill: set.fill || false,
        // A band is between two curves that are not drawn.
        ...(set.label === '_band'
          ? { backgroundColor: set.colour + '33', borderWidth: 0, pointRadius: 0 } : {}),
      })),
    },
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, locale: 'en',
      normalized: true, interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'linear', title: { display: true, text: xTitle },
          ticks: {
            maxRotation: options.names ? 60 : 0, autoSkip: true,
            ...(xTitle === 'step' ? { precision: 0, maxTicksLimit: 7 } : {}),
            ...(options.names ? { stepSize: 1, callback: at => options.names[at] || '' } : {}),
          },
          grid: { color: colour('rule') },
        },
        y: {
          type: logarithmic ? 'logarithmic' : 'linear',
          title: { display: Boolean(options.yTitle), text: options.yTitle },
          ticks: {
            callback: (value, _, ticks) => tickLabel(value, ticks, logarithmic), maxTicksLimit: 8,
          },
          grid: { color: colour('rule') },
          ...(options.range || {}),
        },
      },
      plugins: {
        legend: {
          display: !many && sets.length > 1,
          labels: { boxWidth: 14, boxHeight: 2, filter: item => item.text !== undefined &&
            !item.text.startsWith('_') },
        },
        tooltip: {
          filter: (item, index) => index < 8 && !String(item.dataset.label).startsWith('_'),
          callbacks: {
            title: items => !items.length ? '' : options.names
              ? options.names[items[0].parsed.x] : `${xTitle} ${brief(items[0].parsed.x)}`,
            // One digit more than the axis has.
            label: item => `${item.dataset.label}: ${brief(item.parsed.y, logarithmic ? 4
              : Math.max(4, digitsOf(item.chart.scales.y.ticks) + 1))}`,
          },
        },
      },
    },
  }));
  return figure(title, caption, make('div', { class: 'chart' }, canvas), key);
}
