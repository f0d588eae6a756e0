// Tells the page what Streamlit's chart does not: the width it has, the range it was panned or zoomed to, clicks on heatmap cells.
export default function (component) {
  const { data, setStateValue, setTriggerValue } = component;
  const selector = '.st-key-' + data.chart + ' .js-plotly-plot';
  let chart = null;
  let timer = null;
  let width = data.width;
  let scrolled = null;

  const onRelayout = (event) => {
    let range = null;
    if (event['xaxis.range[0]'] !== undefined) range = [event['xaxis.range[0]'], event['xaxis.range[1]']];
    else if (event['xaxis.range']) range = event['xaxis.range'];
    else if (event['xaxis.autorange']) range = 'auto';
    if (range === null) return;
    clearTimeout(timer);
    timer = setTimeout(() => setTriggerValue('range', range.toString()), 180);
  };
  const onClick = (event) => {
    const point = event.points && event.points[0];
    if (point && point.data.type === 'heatmap') setTriggerValue('cell', { x: point.pointIndex[1] });
  };
  // A tap selects the point that was tapped before, unless the mouse is moved there first.
  const onTouch = (event) => {
    const touch = event.touches[0];
    const target = document.elementFromPoint(touch.clientX, touch.clientY);
    if (target) target.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, clientX: touch.clientX, clientY: touch.clientY }));
  };
  const let_go = () => {
    if (!chart) return;
    chart.removeEventListener('touchstart', onTouch, true);
    try {
      chart.removeListener('plotly_relayout', onRelayout);
      chart.removeListener('plotly_click', onClick);
    } catch (_) {
      // the chart is gone already
    }
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
  const watch = setInterval(() => {
    scroll();
    rewind();
    const found = document.querySelector(selector);
    if (found && found.on && found !== chart) {
      // Streamlit replaces the chart's node with every new figure.
      let_go();
      chart = found;
      chart.on('plotly_relayout', onRelayout);
      chart.on('plotly_click', onClick);
      chart.addEventListener('touchstart', onTouch, { capture: true, passive: true });
    }
    if (found && Math.abs(found.clientWidth - width) > 20 && found.clientWidth > 100) {
      width = found.clientWidth;
      setStateValue('width', width);
    }
  }, 60);
  return () => {
    clearInterval(watch);
    clearTimeout(timer);
    let_go();
  };
}
