'use strict';

Chart.defaults.font.family = 'system-ui, -apple-system, "Segoe UI", sans-serif';

function build() {
  const page = document.getElementById('page');
  for (const chart of Object.values(Chart.instances)) chart.destroy();
  waiting = [];
  Chart.defaults.color = colour('faint');
  Chart.defaults.borderColor = colour('rule');
  const sections = [findings(), ...metricCharts(), ...statisticsCharts(), ...answerSections(),
    network(), hypers(), timeAndMemory()].flat().filter(Boolean);
  const links = sections.map(each => {
    const title = each.querySelector('h2');
    return make('a', { href: '#' + title.id }, title.textContent);
  });
  page.replaceChildren(...heading().filter(Boolean), make('nav', { 'aria-label': 'Parts of the page' }, links),
    sections[0], ...results(), ...sections.slice(1));
  for (const draw of waiting) draw();
  document.body.dataset.charts = waiting.length;
}

build();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', build);
