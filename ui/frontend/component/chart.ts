/** What an A4 page holds beside its margins and the frame of a section. */
const PAPER_WIDTH = 596;

/**
 * A chart by Apache ECharts. The library is a chunk of its own, loaded when the first chart is shown. Any string
 * `var(--name)` in the option is replaced by the colour of that name, so that charts and pages share one set.
 */
class MinqingChart extends HTMLElement {
  private chart: any;
  private option: any;
  private label = '';
  private canvas?: HTMLElement;
  private table?: HTMLElement;
  private resize?: ResizeObserver;

  private readonly beforePrint = () => {
    this.chart?.resize({ width: Math.min(this.clientWidth, PAPER_WIDTH), animation: { duration: 0 } });
    this.chart?.getZr().flush(); // the browser takes its picture before the next frame
  };
  private readonly afterPrint = () => this.chart?.resize({ width: 'auto' });

  connectedCallback() {
    if (!this.canvas) {
      this.canvas = document.createElement('div');
      this.canvas.className = 'chart-canvas';
      this.canvas.setAttribute('aria-hidden', 'true');
      this.table = document.createElement('div');
      this.table.className = 'sr-only';
      this.append(this.canvas, this.table);
    }
    this.resize = new ResizeObserver(() => this.chart?.resize());
    this.resize.observe(this.canvas);
    window.addEventListener('beforeprint', this.beforePrint);
    window.addEventListener('afterprint', this.afterPrint);
    this.setAttribute('role', 'figure');
    this.show();
  }

  disconnectedCallback() {
    this.resize?.disconnect();
    window.removeEventListener('beforeprint', this.beforePrint);
    window.removeEventListener('afterprint', this.afterPrint);
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.chart?.dispose();
        this.chart = undefined;
      }
    });
  }

  setLabel(label: string) {
    this.label = label;
    this.setAttribute('aria-label', label);
    this.describe();
  }

  setOption(json: string) {
    this.option = this.coloured(JSON.parse(json));
    this.show();
  }

  private async show() {
    if (!this.option || !this.isConnected) {
      return;
    }
    this.describe();
    const { init } = await import('./echarts');
    if (!this.isConnected) {
      return;
    }
    if (!this.chart) {
      this.chart = init(this.canvas!, this.colour('--mq-text'), this.colour('--mq-line'), getComputedStyle(this).fontFamily);
      this.chart.on('click', (e: any) =>
        this.dispatchEvent(
          new CustomEvent('item-click', {
            detail: { name: String(e.name ?? ''), index: e.dataIndex ?? -1, series: e.seriesIndex ?? 0 }
          })
        )
      );
    }
    this.chart.setOption(this.option, { notMerge: true });
  }

  private colour(name: string) {
    return getComputedStyle(this).getPropertyValue(name).trim();
  }

  private coloured(value: any): any {
    if (typeof value === 'string') {
      const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
      return name ? this.colour(name) : value;
    }
    if (Array.isArray(value)) {
      return value.map((v) => this.coloured(v));
    }
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, this.coloured(v)]));
    }
    return value;
  }

  /** The same figures as a table for those who do not see the picture. */
  private describe() {
    if (!this.table || !this.option) {
      return;
    }
    const list = (v: any) => (v === undefined ? [] : [v].flat()) as any[];
    const axis = [...list(this.option.xAxis), ...list(this.option.yAxis)].find((a) => a.data)?.data;
    const series = list(this.option.series);
    const nameOf = (d: any) => (d && typeof d === 'object' ? d.name ?? d.value : d);
    const names: string[] = (axis ?? series[0]?.data ?? []).map((d: any) => String(nameOf(d) ?? ''));
    const figure = (d: any) => {
      const v = d && typeof d === 'object' && !Array.isArray(d) ? d.value : d;
      return v === null || v === undefined ? '' : Array.isArray(v) ? v.join('，') : String(v);
    };
    const table = document.createElement('table');
    table.createCaption().textContent = this.label;
    if (series.length > 1) {
      const head = table.createTHead().insertRow();
      ['', ...series.map((s) => s.name ?? '')].forEach((text) => {
        const th = document.createElement('th');
        th.scope = 'col';
        th.textContent = text;
        head.append(th);
      });
    }
    const body = table.createTBody();
    names.forEach((name, i) => {
      const row = body.insertRow();
      const th = document.createElement('th');
      th.scope = 'row';
      th.textContent = name;
      row.append(th);
      series.forEach((s) => (row.insertCell().textContent = figure(s.data?.[i])));
    });
    this.table.replaceChildren(table);
  }
}

customElements.define('minqing-chart', MinqingChart);

export {};
