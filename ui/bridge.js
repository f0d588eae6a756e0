// Tells the page what Streamlit's chart does not: the width it has, the range it was panned or zoomed to, double clicks, clicks on the
// strip, on heatmap cells and on lane names. Without it everything can still be reached with the buttons.
export default function (component) {
  const { data, setStateValue, setTriggerValue } = component;
  const DEBOUNCE = 180;
  const find = (key) => document.querySelector('.st-key-' + key + ' .js-plotly-plot');
  let chart = null;
  let strip = null;
  let timer = null;
  let width = data.width;
  let scrolled = null;

  const onRelayout = (event) => {
    let range = null;
    if (event['xaxis.range[0]'] !== undefined) range = [event['xaxis.range[0]'], event['xaxis.range[1]']];
    else if (event['xaxis.range']) range = event['xaxis.range'];
    if (range === null) return;
    clearTimeout(timer);
    timer = setTimeout(() => setTriggerValue('range', range.toString()), DEBOUNCE);
  };
  const onClick = (event) => {
    const point = event.points && event.points[0];
    if (point && point.data.type === 'heatmap') setTriggerValue('cell', { x: point.pointIndex[1] });
  };
  const onPlace = (event) => {
    const point = event.points && event.points[0];
    if (point) setTriggerValue('place', String(point.x));
  };
  const onAnnotation = (event) => {
    const lane = /^(lane|name) (\d+)$/.exec((event.annotation && event.annotation.name) || '');
    if (lane) setTriggerValue('lane', { number: Number(lane[2]), part: lane[1] });
  };
  const onDoubleClick = () => setTriggerValue('range', 'auto');
  // The wheel zooms where it has nothing to scroll; on a page that is longer than the screen it scrolls, and zooms over the axis, or
  // with Ctrl or Cmd.
  const onWheel = (event) => {
    const main = document.querySelector('[data-testid="stMain"]') || document.scrollingElement;
    const scrolls = main.scrollHeight > main.clientHeight + 4;
    const plot = chart && chart.querySelector('.nsewdrag');
    const overAxis = plot && event.clientY < plot.getBoundingClientRect().top;
    if (scrolls && !overAxis && !event.ctrlKey && !event.metaKey) event.stopPropagation();
  };
  // A tap selects the point that was tapped before, unless the mouse is moved there first.
  const onTouch = (event) => {
    const touch = event.touches[0];
    const target = document.elementFromPoint(touch.clientX, touch.clientY);
    if (target) target.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, clientX: touch.clientX, clientY: touch.clientY }));
  };
  const plotly = [
    ['plotly_relayout', onRelayout],
    ['plotly_click', onClick],
    ['plotly_clickannotation', onAnnotation],
    ['plotly_doubleclick', onDoubleClick],
  ];
  const overview = [
    ['plotly_click', onPlace],
    ['plotly_doubleclick', onDoubleClick],
  ];
  const letGo = () => {
    for (const [node, events] of [[chart, plotly], [strip, overview]]) {
      if (!node) continue;
      node.removeEventListener('touchstart', onTouch, true);
      node.removeEventListener('wheel', onWheel, true);
      for (const [name, handler] of events) {
        try {
          node.removeListener(name, handler);
        } catch (_) {
          // the chart is gone already
        }
      }
    }
  };
  // Streamlit replaces a chart's node with every new figure.
  const take = (found, events) => {
    for (const [name, handler] of events) found.on(name, handler);
    found.addEventListener('touchstart', onTouch, { capture: true, passive: true });
    found.addEventListener('wheel', onWheel, { capture: true, passive: true });
    return found;
  };
  // The table cannot be scrolled from the server: bring the selected row into view once, when the table has been drawn anew.
  const scroll = () => {
    const scroller = document.querySelector('.st-key-' + data.table + ' .dvn-scroller');
    if (!scroller || scroller === scrolled) return;
    scrolled = scroller;
    if (data.row >= 0) scroller.scrollTop = Math.max(0, (data.row - 2) * data.row_height);
  };
  // A card that shows another event begins at its top.
  const rewind = () => {
    if (document.datelineEvent === data.event) return;
    document.datelineEvent = data.event;
    const card = document.querySelector('.st-key-card');
    for (const box of card ? [card, card.parentElement] : []) box.scrollTop = 0;
  };
  // Card and table stay at the screen's lower edge: say so when lanes go on behind them.
  const hint = () => {
    const detail = document.querySelector('.st-key-detail');
    if (!detail || !chart) return;
    const more = chart.getBoundingClientRect().bottom > detail.getBoundingClientRect().top + 8;
    if (more !== ('more' in detail.dataset)) more ? (detail.dataset.more = '') : delete detail.dataset.more;
  };
  const watch = setInterval(() => {
    scroll();
    rewind();
    hint();
    const found = find(data.chart);
    if (found && found.on && found !== chart) chart = take(found, plotly);
    const above = find(data.strip);
    if (above && above.on && above !== strip) strip = take(above, overview);
    if (found && Math.abs(found.clientWidth - width) > 20 && found.clientWidth > 100) {
      width = found.clientWidth;
      setStateValue('width', width);
    }
  }, 60);
  return () => {
    clearInterval(watch);
    clearTimeout(timer);
    letGo();
  };
}
