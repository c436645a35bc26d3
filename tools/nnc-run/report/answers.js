'use strict';

// What the network answers on examples of the data.

/** Bytes of base64. */
function unpack(text) {
  return Uint8Array.from(atob(text), c => c.charCodeAt(0));
}

// From orange over the ground to blue: below, at and above zero.
function diverging(share) {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const middle = isDark ? [30, 34, 40] : [247, 247, 247];
  const end = share < .5 ? [213, 94, 0] : [0, 114, 178];
  const part = Math.abs(2 * share - 1);
  return middle.map((v, i) => Math.round(v + part * (end[i] - v)));
}

/** A canvas with one pixel for each of the picture, shown `size` wide. */
function pixels(picture, size, words) {
  const { width, height, channels } = picture;
  const canvas = make('canvas', {
    class: 'pixels', width, height, role: 'img', 'aria-label': words,
    style: `width:${size}px;height:${Math.round(size * height / width)}px`,
  });
  const bytes = unpack(picture.pixels);
  const image = new ImageData(width, height);
  for (let i = 0; i < width * height; ++i) {
    const rgb = channels === 3 ? [0, 1, 2].map(c => bytes[3 * i + c])
      : picture.signed ? diverging(bytes[i * channels] / 255)
        : Array(3).fill(bytes[i * channels]);
    image.data.set([...rgb, 255], 4 * i);
  }
  canvas.getContext('2d').putImageData(image, 0, 0);
  return canvas;
}

/** White space as something to see, where it is all there is. */
function visible(name) {
  return /\S/.test(name) ? name : name.replace(/\n/g, '⏎').replace(/\t/g, '⇥').replace(/ /g, '␣') || '(empty)';
}

/** A classifier's answers against the truth. */
function confusion(found) {
  const share = found.places ? (100 * found.right / found.places).toFixed(1) : '0';
  const words = make('p', {}, `${brief(found.right)} of ${brief(found.places)} right (${share} %).`);
  const pairs = found.pairs.length
    ? [make('h3', {}, 'Most frequent mistakes'), table(['true', 'answered', 'times'],
      found.pairs.slice(0, found.counts ? 8 : 15).map(pair =>
        [visible(pair.truth), visible(pair.answer), pair.count]), 'Most frequent mistakes')]
    : [];
  if (!found.counts)
    return [words, make('p', { class: 'faint' }, 'There are too many classes for a table of all.'), ...pairs];
  const grid = make('table', { class: 'confusion' },
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, 'true \\ answered'),
      found.classes.map(name => make('th', { scope: 'col' }, visible(name))),
      make('th', { scope: 'col' }, 'right'))),
    make('tbody', {}, found.counts.map((row, i) => {
      const sum = row.reduce((a, b) => a + b, 0);
      return make('tr', {}, make('th', { scope: 'row' }, visible(found.classes[i])),
        row.map((count, j) => make('td', {
          style: count ? `background:rgba(var(--${i === j ? 'hit' : 'miss'}),` +
            `${(.15 + .75 * count / sum).toFixed(2)})` : undefined,
        }, count ? brief(count) : '·')),
        make('td', {}, sum ? (100 * row[i] / sum).toFixed(0) + ' %' : ''));
    })));
  return [words, make('div', { class: 'beside' },
    make('div', {}, make('p', { class: 'faint' }, 'A row for each true class, a column for each answer: ' +
      'blue cells are right, orange ones wrong.'),
    make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Confusion matrix' }, grid)),
    found.classes.length > 5 ? make('div', {}, pairs) : null)];
}

/** What an example is. */
function inputsIn(inputs, label) {
  return inputs.map(input => input.picture
    ? pixels(input.picture, 112, label)
    : input.text !== undefined
      ? make('p', { class: 'text' }, input.text)
      : make('p', {}, `${input.name}: ${input.values.map(each => brief(each)).join(', ')}` +
        (input.of > input.values.length ? `, … (${input.of} numbers)` : '')));
}

/** What an example is and what became of it. */
function card(one, task) {
  const answer = value => Array.isArray(value) ? value.map(each => brief(each)).join(', ') : value;
  const isShort = one.places === undefined || one.places === 1;
  const lines = [];
  if (one.truth !== undefined) {
    const share = typeof one.share === 'number' ? ` (${(100 * one.share).toFixed(0)} %)` : '';
    if (isShort)
      lines.push(make('p', {}, 'true ', make('strong', {}, answer(one.truth)), ', answered ',
        make('strong', {}, answer(one.answer)), share));
    else
      lines.push(make('p', {}, `true (${(100 * one.right).toFixed(0)} % of ${one.places} places right)`),
        make('p', { class: 'text' }, one.truth), make('p', {}, 'answered'),
        make('p', { class: 'text' }, one.answer));
  }
  lines.push(make('p', { class: 'faint' }, `example ${brief(one.example)}, loss ${brief(one.loss)}`));
  const label = one.truth !== undefined && isShort
    ? `Example ${one.example}: true ${answer(one.truth)}, answered ${answer(one.answer)}`
    : `Example ${one.example}`;
  const inputs = inputsIn(isShort ? one.inputs : one.inputs.filter(input => input.text === undefined), label);
  if (one.output)
    inputs.push(make('p', { class: 'faint' }, `output ${one.output.name}`),
      pixels(one.output.picture, 112, `${label}, output ${one.output.name}`));
  return make('div', { class: 'card' }, inputs, lines);
}

function plane(found, task) {
  const { side } = found, size = 4 * side;
  const canvas = make('canvas', {
    width: 2 * size, height: 2 * size, role: 'img',
    'aria-label': `What the network answers for ${found.names[0]} from ${brief(found.x[0])} to ` +
      `${brief(found.x[1])} and ${found.names[1]} from ${brief(found.y[0])} to ${brief(found.y[1])}, ` +
      `with ${found.points.length} data points`,
  });
  const context = canvas.getContext('2d');
  const rgb = at => distinct[at % 10].match(/[0-9a-f]{2}/g).map(v => parseInt(v, 16));
  const cells = unpack(found.classes || found.values);
  // A score is blue above the threshold, orange below it.
  const tone = value => {
    if (found.threshold === undefined) return diverging(value / 255);
    const score = found.least + value / 255 * (found.most - found.least) - found.threshold;
    const far = Math.max(found.most - found.threshold, found.threshold - found.least) || 1;
    return diverging(.5 + .5 * Math.sign(score) * (.25 + .6 * Math.abs(score) / far));
  };
  const cell = 2 * size / side;
  for (let i = 0; i < side * side; ++i) {
    const [r, g, b] = found.classes ? rgb(cells[i]) : tone(cells[i]);
    context.fillStyle = `rgba(${r},${g},${b},${found.classes ? .35 : 1})`;
    context.fillRect(i % side * cell, Math.floor(i / side) * cell, cell, cell);
  }
  const targets = found.points.map(point => point[2]);
  const low = Math.min(...targets), high = Math.max(...targets);
  for (const [x, y, target] of found.points) {
    context.beginPath();
    context.arc(2 * size * (x - found.x[0]) / (found.x[1] - found.x[0]),
      2 * size * (1 - (y - found.y[0]) / (found.y[1] - found.y[0])), 7, 0, 7);
    const [r, g, b] = found.classes ? rgb(target)
      : diverging(high > low ? (target - low) / (high - low) : .5);
    context.fillStyle = `rgb(${r},${g},${b})`;
    context.fill();
    context.lineWidth = 2.5;
    context.strokeStyle = colour('ink');
    context.stroke();
  }
  const key = found.classes
    ? make('p', { class: 'faint' }, found.labels.slice(0, 30).flatMap((name, i) =>
      [make('span', { style: `color:${distinct[i % 10]}` }, '● '), name, '  ']),
    found.labels.length > 10 ? `${found.labels.length} classes have the ten colours in turn.` : null)
    : make('p', { class: 'faint' }, task === 'binary'
      ? 'Blue is the higher of the two targets, orange the lower one; the change of colour is the boundary.'
      : `Orange is ${brief(found.least)}, blue ${brief(found.most)}.`);
  return figure('Decision in the plane of both inputs',
    'The ground is what the network answers, dots are data: a dot on ground of another colour is a mistake.',
    make('div', { class: 'plane' }, canvas),
    make('p', { class: 'faint' }, `right: ${found.names[0]}, ${brief(found.x[0])} to ${brief(found.x[1])}; ` +
      `up: ${found.names[1]}, ${brief(found.y[0])} to ${brief(found.y[1])}` +
      (found.points.length < found.of ? `; ${found.points.length} of ${brief(found.of)} points` : '')), key);
}

function scatter(points) {
  const all = points.flat().filter(value => value !== null);
  const ends = [Math.min(...all), Math.max(...all)];
  return curves('Answers against targets', 'Each dot is an example; a perfect answer lies on the line.',
    [{ label: 'examples', colour: colour('train'), dots: true,
      points: points.map(([x, y]) => ({ x, y })) },
    { label: 'answer = target', colour: colour('faint'), dash: [4, 4],
      points: ends.map(end => ({ x: end, y: end })) }],
    { xTitle: 'target', yTitle: 'answer', linear: true, bare: true });
}

function answerSections() {
  const found = data.answers;
  if (!found || found.missing)
    return found && found.missing
      ? [section('Answers', make('p', {}, `No answers could be gathered: ${found.missing}`))] : [];
  const out = [];
  const whose = `${found.examples < found.of ? brief(found.examples) + ' of ' : ''}` +
    `${brief(found.of)} examples of ${partNames[found.part]} data (${found.dataset}), after step ${brief(found.step)}` +
    (found.target ? `; output ${found.output} against ${found.target}.` : '.');
  const doubt = found.target && !found.agrees_with && found.measured
    ? ' Neither the loss nor a metric of the program follows from these answers: the program may use ' +
      'the model in another way than they assume.' : '';
  const intro = make('p', { class: 'faint' }, whose + doubt);
  const shown = [];
  if (found.confusion) shown.push(...confusion(found.confusion));
  const charts = [];
  if (found.scatter && found.scatter.length) charts.push(scatter(found.scatter));
  if (found.plane) charts.push(plane(found.plane, found.task));
  if (charts.length) shown.push(make('div', { class: 'grid' }, charts));
  if (shown.length)
    out.push(section(found.confusion ? 'Confusion' : 'Answers', intro, shown));
  if (found.worst && found.worst.length) {
    const wide = found.worst.some(one => one.places > 1 ||
      one.inputs.some(input => input.text !== undefined || (input.values || []).length > 4));
    out.push(section('Worst predictions', shown.length ? null : intro,
      make('p', { class: 'faint' }, `The largest losses among ${brief(found.measured)} examples. ` +
        'Look for labels that are wrong, and for what these have in common.'),
      make('div', { class: wide ? 'cards wide' : 'cards' }, found.worst.map(one => card(one, found.task)))));
  }
  if (found.filters) {
    const { pictures, of, tensor } = found.filters;
    const size = pictures[0].width <= 8 ? 48 : 72;
    out.push(section('First filters',
      make('p', { class: 'faint' }, `The weights of ${tensor}` +
        (pictures.length < of ? `, the first ${pictures.length} of ${of}` : '') +
        (pictures[0].channels === 3 ? ', as colours' : ': blue is positive, orange negative, each on a scale of its own') +
        '. Filters that have learned show strokes, edges or spots; those that have not look like noise.'),
      make('div', { class: 'pictures' }, pictures.map((picture, i) =>
        pixels(picture, size, `Filter ${i} of ${tensor}, weights to ${brief(picture.most)}`)))));
  }
  if (found.attention) out.push(attentionSection(found.attention));
  return out;
}
