'use strict';

// Many curves at once: a row for each, from the first to the last, and a column
// for each step. More than this many would hide one another.
const mostCurves = 16;

/**
 * The sets of `curves` as a map of colours. `range` holds the ends of the
 * scale, where they are not those of the values; what is beyond looks like them.
 */
function heat(title, caption, sets, options = {}) {
  const all = sets.flatMap(set => set.points.map(point => point.y));
  const finite = all.filter(y => y !== null);
  const least = Math.min(...finite), most = Math.max(...finite);
  caption += ` From ${sets[0].label} at the top to ${sets[sets.length - 1].label} at the bottom.`;
  if (!finite.length || least === most)
    return figure(title, caption, make('p', {},
      finite.length ? `It is ${brief(least)} everywhere.` : 'No value is finite.'));
  if (finite.length < all.length)
    caption += ` Where a value is ${options.gap || 'not finite'}, nothing is drawn.`;
  const logarithmic = !options.linear && least > 0 && most > 20 * least;
  const scale = y => logarithmic ? Math.log(y) : y;
  const { min = least, max = most } = options.range || {};
  const share = y => Math.max(0, Math.min(1, (scale(y) - scale(min)) / (scale(max) - scale(min))));
  const steps = [...new Set(sets.flatMap(set => set.points.map(point => point.x)))]
    .sort((a, b) => a - b);
  const columns = new Map(steps.map((step, i) => [step, i]));
  const canvas = make('canvas', {
    class: 'pixels heat', role: 'img', width: steps.length, height: sets.length,
    'aria-label': inWords(title, sets, 'step'),
  });
  const context = canvas.getContext('2d');
  sets.forEach((set, row) => {
    for (const { x, y } of set.points) {
      if (y === null) continue;
      context.fillStyle = ordered(share(y));
      context.fillRect(columns.get(x), row, 1, 1);
    }
  });
  canvas.addEventListener('pointermove', event => {
    const place = canvas.getBoundingClientRect();
    const at = (position, start, size, count) =>
      Math.max(0, Math.min(count - 1, Math.floor((position - start) / size * count)));
    const set = sets[at(event.clientY, place.top, place.height, sets.length)];
    const step = steps[at(event.clientX, place.left, place.width, steps.length)];
    const point = set.points.find(each => each.x === step);
    canvas.title = `${set.label}, step ${brief(step)}: ${point ? brief(point.y) : 'none'}`;
  });
  const ends = make('div', { class: 'ends', 'aria-hidden': 'true' },
    make('span', {}, `step ${brief(steps[0])}`),
    make('span', {}, `step ${brief(steps[steps.length - 1])}`));
  const key = make('div', { class: 'key', 'aria-hidden': 'true' }, brief(min),
    make('i', { style: 'background:linear-gradient(90deg,' +
      [0, .25, .5, .75, 1].map(ordered).join(',') + ')' }),
    brief(max) + (logarithmic ? ' (log)' : ''));
  return figure(title, caption, canvas, ends, key);
}

/** Curves, or a map where there are many. */
function curvesOrHeat(title, caption, sets, options = {}) {
  return sets.length > mostCurves ? heat(title, caption, sets, options)
    : curves(title, caption, sets, options);
}
