export interface PanelHtml {
  /** `Webview.cspSource`: where the webview may load the extension's and the run's files from. */
  readonly cspSource: string;
  /** Unguessable and new for every page. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  /** BCP 47. */
  readonly language: string;
}

/**
 * The panel's document. Its policy allows one script by nonce, the extension's style sheet and the run's pictures; no style
 * attributes, no connections, no frames, no forms. All content comes later, by messages. The toolkit takes the nonce from the
 * meta element for the one style element by which it finds out what the browser can do.
 */
export function panelHtml({ cspSource, nonce, script, style, language }: PanelHtml): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `img-src ${cspSource}`,
    `font-src ${cspSource}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta property="csp-nonce" content="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${attribute(style)}">
<title>Safe Aug</title>
</head>
<body>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
