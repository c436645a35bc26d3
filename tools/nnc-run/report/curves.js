'use strict';

// What the loop has measured after each epoch or validation.

const parts = ['train', 'validation', 'test'];
const partNames = { train: 'training', validation: 'validation', test: 'test' };

/** All metrics' names, the loss first. */
function metricNames(lines) {
  const names = new Set(['loss']);
  for (const line of lines)
    for (const part of parts)
      for (const name of Object.keys(line[part] || {})) names.add(name);
  return [...names];
}

/** Thinning is said where it was done, tools/nnc-run/Thin.h. */
function thinned(kind, what) {
  const shown = kind.lines.length;
  return shown < kind.total
    ? ` The page shows ${brief(shown)} of ${brief(kind.total)} ${what}: of each stretch of the run ` +
      'those with the least and the greatest values.' : '';
}

function metricCharts() {
  const lines = data.metrics.lines;
  if (!lines.length)
    return [section('Learning', make('p', {}, 'Nothing has been measured yet: no epoch has ended.'))];
  const charts = [];
  for (const name of metricNames(lines)) {
    const sets = [];
    for (const part of ['train', 'validation']) {
      const points = lines.filter(line => line[part] && name in line[part])
        .map(line => ({ x: line.step, y: line[part][name] }));
      if (points.length)
        sets.push({ label: partNames[part], points, colour: colour(part) });
    }
    if (!sets.length) continue;
    const caption = name === 'loss'
      ? 'Both curves should fall and level off; where validation turns up while training ' +
        'goes on falling, the network learns by heart.'
      : sets.length > 1
        ? 'A gap that widens between the two parts is what does not carry over to new examples.'
        : 'The mean over each epoch.';
    charts.push(curves(name, caption, sets));
  }
  return [section('Learning',
    make('p', { class: 'faint' }, 'Training values are means over the epoch, while weights changed; ' +
      'validation values are of the weights at that step.' + thinned(data.metrics, 'measurements')),
    make('div', { class: 'grid' }, charts))];
}

/** The last values, those of the kept weights if the run came to its end. */
function results() {
  const last = data.metrics.lines[data.metrics.lines.length - 1];
  const values = (data.run && data.run.metrics) || last;
  if (!values) return [];
  const shown = parts.filter(part => values[part]);
  const names = metricNames([values]).filter(name => shown.some(part => name in values[part]));
  return [make('h3', {}, 'Results'), table(['', ...shown.map(part => partNames[part])],
    names.map(name => [name, ...shown.map(part =>
      name in values[part] ? values[part][name] : '')]), 'Results'),
    make('p', { class: 'faint' }, data.run && data.run.metrics
      ? 'Training: means over the last epoch. Validation and test: the weights that were kept.'
      : 'As last measured.')];
}
