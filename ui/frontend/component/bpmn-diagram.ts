/**
 * Shows a process model with the token where it stands. The viewer itself is a chunk of its own, loaded when the
 * first diagram is shown. Light DOM, because the styles of bpmn-js are global.
 */
type Texts = { label: string; loading: string; failed: string; now: string; done: string; nothing: string };

const DEFAULT_TEXTS: Texts = {
  label: '流程图',
  loading: '正在载入流程图…',
  failed: '流程图没有显示出来。',
  now: '当前在：',
  done: '已经走过：',
  nothing: '没有正在进行的环节。'
};

/** Free pixels around the model; at the foot stands the mark of bpmn.io. */
const EDGE = 14;
const FOOT = 44;
const SMALLEST = 0.8;
/** What an A4 page holds beside its margins and the frame of a section. */
const PAPER_WIDTH = 596;

class MinqingBpmnDiagram extends HTMLElement {
  private viewer: any;
  private xml = '';
  private active: string[] = [];
  private done: string[] = [];
  private counts: Record<string, number> = {};
  private texts = DEFAULT_TEXTS;
  private ready: Promise<void> = Promise.resolve();
  private canvas?: HTMLElement;
  private summary?: HTMLElement;
  private resize?: ResizeObserver;
  private width = 0;

  private readonly beforePrint = () => {
    this.style.width = `${Math.min(this.clientWidth, PAPER_WIDTH)}px`;
    this.fit(0.3);
  };
  private readonly afterPrint = () => {
    this.style.width = '';
    this.fit();
  };

  connectedCallback() {
    if (!this.canvas) {
      this.canvas = document.createElement('div');
      this.canvas.className = 'diagram-canvas';
      this.canvas.tabIndex = 0;
      this.canvas.setAttribute('role', 'group');
      this.summary = document.createElement('p');
      this.summary.className = 'diagram-summary';
      this.summary.textContent = this.texts.loading;
      this.append(this.canvas, this.summary);
      this.canvas.addEventListener('keydown', (e) => this.onKey(e));
      this.dragByFinger(this.canvas);
    }
    this.resize = new ResizeObserver(() => {
      if (this.clientWidth !== this.width) {
        this.width = this.clientWidth;
        this.fit();
      }
    });
    this.resize.observe(this);
    window.addEventListener('beforeprint', this.beforePrint);
    window.addEventListener('afterprint', this.afterPrint);
    if (this.xml) {
      this.show();
    }
  }

  disconnectedCallback() {
    this.resize?.disconnect();
    window.removeEventListener('beforeprint', this.beforePrint);
    window.removeEventListener('afterprint', this.afterPrint);
    // A move inside the page also disconnects: only drop the viewer when it really went away.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.viewer?.destroy();
        this.viewer = undefined;
      }
    });
  }

  setTexts(texts: Partial<Texts>) {
    this.texts = { ...DEFAULT_TEXTS, ...texts };
    this.describe();
  }

  setXml(xml: string) {
    this.xml = xml;
    if (this.isConnected) {
      this.show();
    }
  }

  mark(active: string[], done: string[]) {
    this.active = active;
    this.done = done;
    this.ready.then(() => this.draw());
  }

  setCounts(counts: Record<string, number>) {
    this.counts = counts;
    this.ready.then(() => this.draw());
  }

  private show() {
    const xml = this.xml;
    this.ready = this.ready
      .then(async () => {
        const { default: Viewer } = await import('./bpmn-viewer');
        if (!this.isConnected || xml !== this.xml) {
          return;
        }
        if (!this.viewer) {
          this.viewer = new Viewer({ container: this.canvas });
          this.viewer.on('element.click', (e: any) =>
            this.dispatchEvent(new CustomEvent('element-click', { detail: { id: e.element.id } }))
          );
        }
        await this.viewer.importXML(xml);
        // The sentence says it; the mark of bpmn.io beside it stays reachable.
        this.canvas!.querySelectorAll('.djs-container > svg, .djs-overlay-container').forEach((e) => {
          e.setAttribute('aria-hidden', 'true');
          e.setAttribute('tabindex', '-1');
        });
        this.fit();
        this.draw();
      })
      .catch((e) => {
        console.error(e);
        this.summary!.textContent = this.texts.failed;
      });
  }

  private fit(smallest = SMALLEST) {
    if (!this.viewer || !this.clientWidth) {
      return;
    }
    const canvas = this.viewer.get('canvas');
    canvas.resized();
    const { inner } = canvas.viewbox();
    if (!inner.width) {
      return;
    }
    // Names stay readable on a phone: then the token comes into view and the rest is a drag away.
    const scale = Math.max(Math.min((this.clientWidth - 2 * EDGE) / inner.width, 1), smallest);
    const height = Math.min(inner.height * scale + EDGE + FOOT, Math.max(window.innerHeight * 0.7, 320));
    this.canvas!.style.height = `${Math.max(height, 120)}px`;
    canvas.resized();
    const shown = { width: this.canvas!.clientWidth / scale, height: this.canvas!.clientHeight / scale };
    const token = this.active.map((id) => this.viewer.get('elementRegistry').get(id)).find((e) => e?.width);
    const at = token
      ? { x: token.x + token.width / 2, y: token.y + token.height / 2 }
      : { x: inner.x, y: inner.y + inner.height / 2 };
    const within = (v: number, low: number, high: number) =>
      low > high ? (low + high) / 2 : Math.min(Math.max(v, low), high);
    canvas.viewbox({
      x: within(at.x - shown.width / 2, inner.x - EDGE / scale, inner.x + inner.width - shown.width + EDGE / scale),
      y: within(at.y - shown.height / 2, inner.y - EDGE / scale, inner.y + inner.height - shown.height + FOOT / scale),
      ...shown
    });
  }

  private draw() {
    if (!this.viewer) {
      return;
    }
    const canvas = this.viewer.get('canvas');
    const overlays = this.viewer.get('overlays');
    const registry = this.viewer.get('elementRegistry');
    overlays.clear();
    registry.forEach((e: any) => {
      canvas.removeMarker(e.id, 'mq-active');
      canvas.removeMarker(e.id, 'mq-done');
    });
    this.done.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, 'mq-done'));
    this.active
      .filter((id) => registry.get(id))
      .forEach((id) => {
        canvas.addMarker(id, 'mq-active');
        if (registry.get(id).width && this.counts[id] === undefined) {
          overlays.add(id, { position: { top: -11, left: -11 }, html: '<span class="diagram-token" aria-hidden="true"></span>' });
        }
      });
    Object.entries(this.counts)
      .filter(([id, n]) => n > 0 && registry.get(id))
      .forEach(([id, n]) => {
        const badge = document.createElement('span');
        badge.className = 'diagram-count';
        badge.textContent = n.toLocaleString('zh-CN');
        overlays.add(id, { position: { top: -13, right: 16 }, html: badge });
      });
    this.fit();
    this.describe();
  }

  private describe() {
    if (!this.viewer || !this.summary) {
      return;
    }
    const registry = this.viewer.get('elementRegistry');
    const names = (ids: string[]) => [
      ...new Set(ids.map((id) => registry.get(id)?.businessObject?.name as string).filter(Boolean))
    ];
    const now = names(this.active);
    const done = names(this.done);
    const counts = Object.entries(this.counts)
      .filter(([id, n]) => n > 0 && registry.get(id)?.businessObject?.name)
      .map(([id, n]) => `${registry.get(id).businessObject.name} ${n.toLocaleString('zh-CN')}`);
    const parts = [now.length ? this.texts.now + now.join('、') : counts.length ? '' : this.texts.nothing, counts.join('、')];
    const sentence = parts.filter(Boolean).join('；');
    this.summary.textContent = sentence;
    this.canvas!.setAttribute(
      'aria-label',
      [this.texts.label, sentence, done.length ? this.texts.done + done.join('、') : ''].filter(Boolean).join('。')
    );
  }

  /** Sideways moves the model; up and down stays with the page (touch-action: pan-y). */
  private dragByFinger(canvas: HTMLElement) {
    let x: number | undefined;
    canvas.addEventListener('pointerdown', (e) => (x = e.pointerType === 'touch' && e.isPrimary ? e.clientX : undefined));
    canvas.addEventListener('pointermove', (e) => {
      if (x !== undefined && e.isPrimary) {
        this.viewer?.get('canvas').scroll({ dx: e.clientX - x, dy: 0 });
        x = e.clientX;
      }
    });
    ['pointerup', 'pointercancel'].forEach((end) => canvas.addEventListener(end, () => (x = undefined)));
  }

  private onKey(e: KeyboardEvent) {
    const canvas = this.viewer?.get('canvas');
    const by: Record<string, { dx: number; dy: number }> = {
      ArrowLeft: { dx: 60, dy: 0 },
      ArrowRight: { dx: -60, dy: 0 },
      ArrowUp: { dx: 0, dy: 60 },
      ArrowDown: { dx: 0, dy: -60 }
    };
    if (!canvas || e.ctrlKey || e.metaKey || e.altKey) {
      return;
    }
    if (by[e.key]) {
      canvas.scroll(by[e.key]);
    } else if (e.key === '+' || e.key === '=') {
      canvas.zoom(Math.min(canvas.zoom() * 1.2, 4));
    } else if (e.key === '-') {
      canvas.zoom(Math.max(canvas.zoom() / 1.2, 0.2));
    } else if (e.key === '0') {
      this.fit();
    } else {
      return;
    }
    e.preventDefault();
    e.stopPropagation();
  }
}

customElements.define('minqing-bpmn-diagram', MinqingBpmnDiagram);

export {};
