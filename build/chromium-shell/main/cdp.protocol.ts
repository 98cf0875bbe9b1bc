/** The commands and events of the DevTools protocol that the stand-in uses. */
export type Commands = {
  'Browser.close': object;
  'Browser.setDownloadBehavior': { params: { behavior: 'deny'; browserContextId?: string } };
  'Browser.setPermission': {
    params: {
      permission: { name: string; userVisibleOnly?: boolean; sysex?: boolean };
      setting: 'granted' | 'denied';
      origin: string;
      browserContextId?: string;
    };
  };
  'Browser.getWindowForTarget': { params: { targetId: string }; result: { windowId: number } };
  'Browser.setWindowBounds': { params: { windowId: number; bounds: WindowBounds } };
  'Browser.setContentsSize': { params: { windowId: number; width: number; height: number } };
  'Target.setAutoAttach': {
    params: {
      autoAttach: boolean;
      waitForDebuggerOnStart: boolean;
      flatten: boolean;
      filter: readonly { type: string }[];
    };
  };
  'Target.createBrowserContext': {
    params: { disposeOnDetach: boolean };
    result: { browserContextId: string };
  };
  'Target.createTarget': {
    params: {
      url: string;
      newWindow: boolean;
      width: number;
      height: number;
      left?: number;
      top?: number;
      browserContextId?: string;
    };
    result: { targetId: string };
  };
  'Target.closeTarget': { params: { targetId: string } };
  'Emulation.setEmulatedMedia': { params: { features: readonly { name: string; value: string }[] } };
  'Emulation.setDeviceMetricsOverride': {
    params: { width: number; height: number; deviceScaleFactor: number; mobile: boolean };
  };
  'Emulation.clearDeviceMetricsOverride': object;
  'Fetch.enable': {
    params: { patterns: readonly { urlPattern: string; resourceType: string; requestStage: string }[] };
  };
  'Fetch.continueRequest': { params: { requestId: string } };
  'Fetch.failRequest': { params: { requestId: string; errorReason: 'Aborted' } };
  'IO.read': {
    params: { handle: string; size: number };
    result: { data: string; base64Encoded?: boolean; eof: boolean };
  };
  'IO.close': { params: { handle: string } };
  'Page.enable': object;
  'Page.getFrameTree': { result: { frameTree: FrameTree } };
  'Page.addScriptToEvaluateOnNewDocument': { params: { source: string }; result: { identifier: string } };
  'Page.removeScriptToEvaluateOnNewDocument': { params: { identifier: string } };
  'Page.navigate': { params: { url: string }; result: { errorText?: string; loaderId?: string } };
  'Page.reload': { params: { ignoreCache: boolean } };
  'Page.stopLoading': object;
  'Page.close': object;
  'Page.crash': object;
  'Page.bringToFront': object;
  'Page.handleJavaScriptDialog': { params: { accept: boolean } };
  'Page.printToPDF': { params: PrintParameters; result: { stream: string } };
  'Runtime.enable': object;
  'Runtime.runIfWaitingForDebugger': object;
  'Runtime.evaluate': {
    params: { expression: string; awaitPromise: boolean; returnByValue: boolean; userGesture: boolean };
    result: {
      result: RemoteValue;
      exceptionDetails?: { text: string; exception?: { description?: string } };
    };
  };
};

export type Events = {
  'Target.attachedToTarget': { sessionId: string; targetInfo: TargetInfo };
  'Target.detachedFromTarget': { sessionId: string };
  'Fetch.requestPaused': {
    requestId: string;
    frameId: string;
    request: { url: string };
    redirectedRequestId?: string;
  };
  'Inspector.targetCrashed': object;
  'Page.domContentEventFired': object;
  'Page.loadEventFired': object;
  'Page.frameAttached': { frameId: string; parentFrameId: string };
  'Page.frameDetached': { frameId: string };
  'Page.frameNavigated': { frame: Frame };
  'Page.navigatedWithinDocument': { frameId: string; url: string };
  'Page.javascriptDialogOpening': { type: string; message: string };
  'Runtime.consoleAPICalled': { type: string; args: readonly RemoteValue[] };
};

export type WindowBounds = {
  left?: number;
  top?: number;
  windowState?: 'normal' | 'minimized' | 'maximized' | 'fullscreen';
};
export type TargetInfo = { targetId: string; type: string; url: string; openerId?: string };
export type Frame = { id: string; parentId?: string; url: string; urlFragment?: string };
export type FrameTree = { frame: Frame };
export type RemoteValue = { value?: unknown; unserializableValue?: string; description?: string };

export type PrintParameters = {
  landscape: boolean;
  displayHeaderFooter: boolean;
  printBackground: boolean;
  scale: number;
  paperWidth: number;
  paperHeight: number;
  marginTop: number;
  marginBottom: number;
  marginLeft: number;
  marginRight: number;
  pageRanges: string;
  headerTemplate: string;
  footerTemplate: string;
  preferCSSPageSize: boolean;
  generateTaggedPDF: boolean;
  generateDocumentOutline: boolean;
  transferMode: 'ReturnAsStream';
};
