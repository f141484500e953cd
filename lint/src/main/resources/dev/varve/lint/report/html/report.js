'use strict';
// Draws the heat map: a column for each commit, or for several where there are more commits than pixels, and a row for each step.
(() => {
  const canvas = document.getElementById('heat-map');
  const open = () => document.querySelectorAll('details').forEach(details => { details.open = true; });
  const paper = on => {
    document.documentElement.classList.toggle('paper', on);
    if (on) open();
  };
  if (!canvas) {
    addEventListener('beforeprint', () => paper(true));
    addEventListener('afterprint', () => paper(false));
    return;
  }

  const data = JSON.parse(document.getElementById('data').textContent);
  const commits = data.commits.map(([id, date, message]) => ({ id, date, message }));
  const total = commits.length;
  const steps = data.steps.map(([line, text, seconds, guessed, runs]) => {
    const outcomes = new Uint8Array(total);
    const needed = new Uint32Array(total + 1);
    const avoidable = new Uint32Array(total + 1);
    const hits = new Uint32Array(total + 1);
    let at = 0;
    for (const [, letter, length] of runs.matchAll(/([hracn])(\d*)/g)) {
      const end = at + (length ? Number(length) : 1);
      outcomes.fill(letter.charCodeAt(0), at, end);
      at = end;
    }
    for (let i = 0; i < total; i++) {
      const outcome = String.fromCharCode(outcomes[i]);
      needed[i + 1] = needed[i] + (outcome === 'r');
      avoidable[i + 1] = avoidable[i] + (outcome === 'a');
      hits[i + 1] = hits[i] + (outcome === 'h');
    }
    return { line, text, seconds, guessed, outcomes, needed, avoidable, hits };
  });
  const work = kind => {
    const sums = new Float64Array(total + 1);
    for (let i = 0; i < total; i++) {
      sums[i + 1] = sums[i] + steps.reduce((sum, step) => sum + (step[kind][i + 1] - step[kind][i]) * step.seconds, 0);
    }
    return sums;
  };
  const neededWork = work('needed');
  const avoidableWork = work('avoidable');

  const labels = [...document.querySelectorAll('.heat-labels li')];
  const detail = document.getElementById('heat-detail');
  const scale = document.getElementById('heat-scale');
  const TOP = 80, CHART = 70, FOOT = 22, LEAST = 8;
  const base = document.createElement('canvas');
  let first = 0, count = total, cursor = null, width = 0, row = 0, colours = {};

  const duration = seconds => seconds < 60 ? `${seconds.toFixed(Number.isInteger(seconds) ? 0 : 1)} s`
    : seconds < 3600 ? `${(seconds / 60).toFixed(1)} min` : `${(seconds / 3600).toFixed(1)} h`;
  const height = () => TOP + steps.length * row + FOOT;
  const x = commit => (commit - first) / count * width;
  const ratio = () => window.devicePixelRatio || 1;
  const whole = length => Math.round(length * ratio()) / ratio();

  function measure() {
    const style = getComputedStyle(document.documentElement);
    for (const name of ['avoidable', 'needed', 'hit', 'cold', 'line', 'ink', 'muted', 'surface']) {
      colours[name] = style.getPropertyValue('--' + name).trim();
    }
    row = parseFloat(getComputedStyle(canvas.parentElement).getPropertyValue('--row'));
    width = canvas.clientWidth;
    canvas.style.height = height() + 'px';
    for (const each of [canvas, base]) {
      each.width = Math.round(width * ratio());
      each.height = Math.round(height() * ratio());
      each.getContext('2d').setTransform(ratio(), 0, 0, ratio(), 0, 0);
    }
  }

  /** Columns as [commit, end, x, width]. */
  function columns() {
    const shown = [];
    const number = Math.min(count, Math.floor(width));
    for (let i = 0; i < number; i++) {
      const from = first + Math.floor(i * count / number);
      const end = first + Math.floor((i + 1) * count / number);
      const left = whole(x(from));
      const gap = width / number >= 6 ? 1 : 0;
      shown.push([from, end, left, Math.max(whole(x(end)) - left - gap, whole(1))]);
    }
    return shown;
  }

  function cells(g, shown) {
    steps.forEach((step, index) => {
      const y = TOP + index * row;
      const tall = row - (row > 8 ? 2 : 0);
      for (const [from, end, left, wide] of shown) {
        const avoidable = step.avoidable[end] - step.avoidable[from];
        const needed = step.needed[end] - step.needed[from];
        const known = avoidable + needed + step.hits[end] - step.hits[from];
        if (!known) {
          if (step.outcomes[from] === 99) {
            g.fillStyle = colours.cold;
            g.fillRect(left, y, wide, tall);
          }
          continue;
        }
        g.fillStyle = colours.hit;
        g.fillRect(left, y, wide, tall);
        if (avoidable + needed) {
          const split = tall * avoidable / (avoidable + needed);
          g.globalAlpha = end - from === 1 ? 1 : .25 + .75 * (avoidable + needed) / known;
          g.fillStyle = colours.avoidable;
          g.fillRect(left, y, wide, split);
          g.fillStyle = colours.needed;
          g.fillRect(left, y + split, wide, tall - split);
          g.globalAlpha = 1;
        }
      }
    });
  }

  function chart(g, shown) {
    const mean = (sums, from, end) => (sums[end] - sums[from]) / (end - from);
    const most = Math.max(...shown.map(([from, end]) => mean(neededWork, from, end) + mean(avoidableWork, from, end)), 1e-9);
    for (const [from, end, left, wide] of shown) {
      const avoidable = mean(avoidableWork, from, end) / most * CHART;
      const needed = mean(neededWork, from, end) / most * CHART;
      g.fillStyle = colours.avoidable;
      g.fillRect(left, CHART - avoidable, wide, avoidable);
      g.fillStyle = colours.needed;
      g.fillRect(left, CHART - avoidable - needed, wide, needed);
    }
    g.fillStyle = colours.line;
    g.fillRect(0, CHART, width, 1);
    scale.textContent = 'up to ' + duration(most);
  }

  function dates(g) {
    g.fillStyle = colours.muted;
    g.font = '12px system-ui, sans-serif';
    const number = Math.max(2, Math.min(6, Math.floor(width / 160)));
    for (let i = 0; i < number; i++) {
      const commit = Math.min(first + Math.round(i * (count - 1) / (number - 1)), total - 1);
      g.textAlign = i === 0 ? 'left' : i === number - 1 ? 'right' : 'center';
      g.fillText(commits[commit].date, i === 0 ? 0 : i === number - 1 ? width : x(commit + .5), height() - 5);
    }
  }

  function draw() {
    measure();
    const g = base.getContext('2d');
    g.clearRect(0, 0, width, height());
    const shown = columns();
    chart(g, shown);
    cells(g, shown);
    dates(g);
    mark();
    canvas.dataset.drawn = `${first}+${count}`;
  }

  function mark() {
    const g = canvas.getContext('2d');
    g.clearRect(0, 0, width, height());
    g.drawImage(base, 0, 0, width, height());
    labels.forEach((label, index) => label.classList.toggle('here', cursor !== null && index === cursor.step));
    if (cursor === null || cursor.commit < first || cursor.commit >= first + count) return;
    const wide = Math.max(width / count, 3);
    const left = Math.min(Math.max(x(cursor.commit + .5) - wide / 2, 0), width - wide);
    g.strokeStyle = colours.ink;
    g.globalAlpha = .5;
    g.strokeRect(left - .5, .5, wide, TOP + steps.length * row - 1);
    g.globalAlpha = 1;
    g.lineWidth = 2;
    g.strokeRect(left - 1, TOP + cursor.step * row - 1, wide + 2, row);
    g.lineWidth = 1;
  }

  const MEANING = {
    h: 'came from the cache',
    r: 'ran again, since something that it reads had changed',
    a: 'ran again though nothing that it reads had changed',
    c: 'ran for the first time',
    n: 'is not there, or that Dockerfile cannot be built',
  };

  function tell() {
    const commit = commits[cursor.commit];
    const step = steps[cursor.step];
    const outcome = String.fromCharCode(step.outcomes[cursor.commit]);
    const sum = sums => sums[cursor.commit + 1] - sums[cursor.commit];
    const avoidable = sum(avoidableWork);
    const all = avoidable + sum(neededWork);
    const bold = text => Object.assign(document.createElement('b'), { textContent: text });
    const isolated = text => Object.assign(document.createElement('bdi'), { textContent: text });
    const cost = 'ra'.includes(outcome) ? ` (${step.guessed ? '~' : ''}${duration(step.seconds)})` : '';
    detail.replaceChildren(
      bold(`${commit.id} · ${commit.date} `), isolated(commit.message), document.createElement('br'),
      `Line ${step.line}, `, isolated(step.text), ' ', bold(MEANING[outcome]), `${cost}.`, document.createElement('br'),
      all ? `This commit: ${duration(all)} of work, ${duration(avoidable)} of it avoidable.` : 'This commit: no work.');
  }

  function point(commit, step) {
    cursor = { commit: Math.max(0, Math.min(total - 1, commit)), step: Math.max(0, Math.min(steps.length - 1, step)) };
    mark();
    tell();
  }

  function show(from, number) {
    count = Math.max(Math.min(LEAST, total), Math.min(total, Math.round(number)));
    first = Math.max(0, Math.min(total - count, Math.round(from)));
    draw();
  }

  function zoom(factor, around) {
    const share = (around - first) / count;
    const number = Math.max(Math.min(LEAST, total), Math.min(total, Math.round(count * factor)));
    show(around - share * number, number);
  }

  const middle = () => cursor && cursor.commit >= first && cursor.commit < first + count ? cursor.commit : first + count / 2;
  const reveal = commit => {
    if (commit < first || commit >= first + count) show(commit - count / 2, count);
  };

  canvas.addEventListener('pointermove', event => {
    if (drag && event.buttons) {
      show(drag.first - (event.clientX - drag.x) / width * count, count);
      return;
    }
    const box = canvas.getBoundingClientRect();
    point(first + Math.floor((event.clientX - box.left) / width * count), Math.floor((event.clientY - box.top - TOP) / row));
  });
  let drag = null;
  canvas.addEventListener('pointerdown', event => {
    drag = { x: event.clientX, first };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointerup', () => { drag = null; });
  canvas.addEventListener('wheel', event => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = canvas.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.25 : .8, first + (event.clientX - box.left) / width * count);
  }, { passive: false });

  const MOVES = {
    ArrowLeft: at => [at.commit - 1, at.step], ArrowRight: at => [at.commit + 1, at.step],
    ArrowUp: at => [at.commit, at.step - 1], ArrowDown: at => [at.commit, at.step + 1],
    PageUp: at => [at.commit - Math.ceil(count / 10), at.step], PageDown: at => [at.commit + Math.ceil(count / 10), at.step],
    Home: at => [0, at.step], End: at => [total - 1, at.step],
  };
  canvas.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoom(.5, middle());
    else if (event.key === '-') zoom(2, middle());
    else if (MOVES[event.key]) {
      const [commit, step] = cursor ? MOVES[event.key](cursor) : [total - 1, 0];
      point(commit, step);
      reveal(cursor.commit);
    } else return;
    event.preventDefault();
  });
  document.getElementById('heat-in').addEventListener('click', () => zoom(.5, middle()));
  document.getElementById('heat-out').addEventListener('click', () => zoom(2, middle()));
  document.getElementById('heat-all').addEventListener('click', () => show(0, total));
  document.querySelectorAll('[data-commit]').forEach(button => button.addEventListener('click', () => {
    const commit = Number(button.dataset.commit);
    const costs = steps.map(step => (step.needed[commit + 1] - step.needed[commit] + step.avoidable[commit + 1]
      - step.avoidable[commit]) * step.seconds);
    show(commit - 20, 40);
    point(commit, costs.indexOf(Math.max(...costs)));
    canvas.scrollIntoView({ block: 'center' });
    canvas.focus({ preventScroll: true });
  }));

  addEventListener('resize', draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  matchMedia('print').addEventListener('change', draw);
  addEventListener('beforeprint', () => { paper(true); draw(); });
  addEventListener('afterprint', () => { paper(false); draw(); });
  draw();
})();
