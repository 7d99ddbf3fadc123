import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

/**
 * Scrolls and zooms by hand, except that the wheel alone scrolls the page: somebody reading an issue must not get
 * caught in the diagram. With Ctrl the wheel zooms.
 */
export default class Viewer extends NavigatedViewer {
  constructor(options: any) {
    super({ ...options, zoomScroll: { enabled: false } });
    options.container.addEventListener(
      'wheel',
      (e: WheelEvent) => {
        if (!e.ctrlKey && !e.metaKey) {
          return;
        }
        e.preventDefault();
        const canvas = (this as any).get('canvas');
        canvas.zoom(Math.min(Math.max(canvas.zoom() * Math.exp(-e.deltaY / 400), 0.2), 4));
      },
      { passive: false }
    );
  }
}
