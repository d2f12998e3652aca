// The diagram of the version that the case ran on, with the path it took.

import {el} from './dom.js';
import {root} from './server.js';
import {word} from './words.js';

const VIEWER = `${root}/webjars/bpmn-js/8.0.0/dist/`;
let loading = null;

function loadViewer() {
  loading = loading || new Promise((loaded, failed) => {
    for (const sheet of ['assets/diagram-js.css']) {
      document.head.append(el('link', {rel: 'stylesheet', href: VIEWER + sheet}));
    }
    document.head.append(el('script', {
      src: VIEWER + 'bpmn-navigated-viewer.production.min.js',
      load: () => loaded(window.BpmnJS),
      error: () => failed(new Error('viewer'))
    }));
  });
  return loading;
}

/** A node that draws itself as soon as it is on the page. */
export function diagram(bpmn, path) {
  const place = el('div', {class: 'audit-diagram', role: 'img', 'aria-label': word('diagram')});
  const buttons = el('div', {class: 'audit-zoom'});
  const node = el('div', {}, el('p', {}, word('diagram.legend')), buttons, place);
  draw(place, buttons, bpmn, path).catch(fault => {
    console.error(fault);
    place.replaceChildren(word('diagram.failed'));
  });
  return node;
}

async function draw(place, buttons, bpmn, path) {
  const Viewer = await loadViewer();
  await onPage(place);
  const viewer = new Viewer({container: place});
  await viewer.importXML(bpmn);
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  mark(path.flows, 'audit-taken', {bottom: 14, right: 10});
  mark(path.nodes, 'audit-reached', {top: -10, right: 12});
  canvas.zoom('fit-viewport');
  const zoom = factor => canvas.zoom(canvas.zoom() * factor);
  buttons.append(
    el('button', {type: 'button', class: 'btn btn-default', click: () => zoom(1.4)}, word('zoomIn')),
    el('button', {type: 'button', class: 'btn btn-default', click: () => zoom(1 / 1.4)}, word('zoomOut')),
    el('button', {type: 'button', class: 'btn btn-default', click: () => canvas.zoom('fit-viewport')}, word('zoomFit')));
  place.dataset.drawn = 'true';

  function mark(counts, marker, position) {
    for (const [id, count] of Object.entries(counts)) {
      const name = id.split('#')[0];
      if (elements.get(name)) {
        canvas.addMarker(name, marker);
        if (count > 1) {
          overlays.add(name, {position, html: el('span', {class: 'audit-count'}, count)});
        }
      }
    }
  }
}

function onPage(node) {
  return new Promise(done => {
    const look = () => node.isConnected && node.clientWidth ? done() : requestAnimationFrame(look);
    look();
  });
}
