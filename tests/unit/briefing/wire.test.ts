/* How messages travel where the page has an origin, and where it has none, between windows that are made up here. */
import { expect, describe, it } from 'vitest';
import { connectWire, type Wire } from '../../../src/briefing/wire.ts';

type Page = Parameters<typeof connectWire>[0]['page'];

/** As much of a window as the wire touches. */
class FakeWindow extends EventTarget {
  closed = false;
  opener: FakeWindow | null = null;
  readonly BroadcastChannel = BroadcastChannel;
  readonly origin: string;

  constructor(origin: string) {
    super();
    this.origin = origin;
  }

  /** What another window calls: the browser says who it is. */
  heldBy(sender: FakeWindow): FakeWindow {
    const held = Object.create(this) as FakeWindow;
    held.postMessage = (data) => {
      this.dispatchEvent(
        Object.assign(new Event('message'), {
          data,
          origin: sender.origin,
          source: sender.heldBy(this),
        }),
      );
    };
    return held;
  }

  postMessage: (data: unknown, target: string) => void = () => undefined;
}

function connect(page: FakeWindow, isOurs: (data: unknown) => boolean = () => true) {
  const heard: unknown[] = [];
  const wire: Wire = connectWire({
    briefing: 'b1',
    // Only what FakeWindow has is touched.
    page: page as unknown as Page,
    onMessage: (data) => {
      heard.push(data);
      return isOurs(data);
    },
  });
  return { wire, heard };
}

describe('under file://', () => {
  it('the window that was opened speaks to its opener, which answers from then on', () => {
    const stage = new FakeWindow('null');
    const presenter = new FakeWindow('null');
    presenter.opener = stage.heldBy(presenter);
    const ofStage = connect(stage);
    const ofPresenter = connect(presenter);
    ofStage.wire.send('nobody is there');
    ofPresenter.wire.send('hello');
    ofStage.wire.send('here');
    expect(ofStage.heard).toEqual(['hello']);
    expect(ofPresenter.heard).toEqual(['here']);
  });

  it('whoever says nothing of ours is not answered, nor is a page from the net heard', () => {
    const stage = new FakeWindow('null');
    const stranger = new FakeWindow('null');
    const web = new FakeWindow('https://example.org');
    const ofStage = connect(stage, (data) => data === 'hello');
    const ofStranger = connect(stranger);
    stage.heldBy(stranger).postMessage('give me all', '*');
    stage.heldBy(web).postMessage('hello', '*');
    ofStage.wire.send('here');
    expect(ofStage.heard).toEqual(['give me all']);
    expect(ofStranger.heard).toEqual([]);
  });

  it('a window that was closed is sent nothing', () => {
    const stage = new FakeWindow('null');
    const presenter = new FakeWindow('null');
    const { wire } = connect(stage);
    const { heard } = connect(presenter);
    const handle = presenter.heldBy(stage);
    // Only what FakeWindow has is touched.
    wire.adopt(handle as unknown as Window);
    wire.send('one');
    handle.closed = true;
    wire.send('two');
    expect(heard).toEqual(['one']);
  });

  it('nothing is heard after the end', () => {
    const stage = new FakeWindow('null');
    const other = new FakeWindow('null');
    const { wire, heard } = connect(stage);
    wire.close();
    stage.heldBy(other).postMessage('hello', '*');
    expect(heard).toEqual([]);
  });
});
