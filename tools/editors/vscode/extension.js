// Starts nnc-lsp-server for .nn files; everything else is its work.

const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

function activate() {
  const command = workspace.getConfiguration('nnc').get('server');
  client = new LanguageClient('nnc', 'nnc', { command },
    { documentSelector: [{ scheme: 'file', language: 'nn' }] });
  return client.start();
}

function deactivate() {
  return client && client.stop();
}

module.exports = { activate, deactivate };
