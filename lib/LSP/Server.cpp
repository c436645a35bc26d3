//===- Server.cpp - The language server of .nn files ----------------------===//
//
// Part of nnc, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nnc/LSP/Server.h"

#include "Documents.h"
#include "Input.h"

#include "nnc/Frontend/Format.h"

#include "llvm/ADT/FunctionExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/LSP/Transport.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"

using namespace llvm;
using namespace nnc;
using namespace nnc::editor;
using llvm::lsp::Callback;
using llvm::lsp::JSONTransport;
using llvm::lsp::Logger;
using llvm::lsp::MessageHandler;

namespace {

/// What `textDocument/rename` has beside a place.
struct RenameParams : llvm::lsp::TextDocumentPositionParams {
  std::string newName;
};

bool fromJSON(const json::Value &value, RenameParams &result, json::Path path) {
  json::ObjectMapper mapper(value, path);
  return fromJSON(value,
                  static_cast<llvm::lsp::TextDocumentPositionParams &>(result),
                  path) &&
         mapper && mapper.map("newName", result.newName);
}

class Server {
public:
  Server(JSONTransport &transport, Documents::Publish &publish);
  int run(JSONTransport &transport);
  void idle() { documents.update(); }

private:
  using Place = llvm::lsp::TextDocumentPositionParams;

  void initialize(const llvm::lsp::InitializeParams &params,
                  Callback<json::Value> reply);
  void initialized(const llvm::lsp::InitializedParams &params) {}
  void shutdown(const llvm::lsp::NoParams &params,
                Callback<std::nullptr_t> reply);
  void opened(const llvm::lsp::DidOpenTextDocumentParams &params);
  void changed(const llvm::lsp::DidChangeTextDocumentParams &params);
  void closed(const llvm::lsp::DidCloseTextDocumentParams &params);
  void saved(const llvm::lsp::DocumentSymbolParams &params);
  void hoverAt(const Place &params, Callback<json::Value> reply);
  void definitions(const Place &params,
                   Callback<std::vector<llvm::lsp::Location>> reply);
  void references(const llvm::lsp::ReferenceParams &params,
                  Callback<std::vector<llvm::lsp::Location>> reply);
  void completions(const llvm::lsp::CompletionParams &params,
                   Callback<llvm::lsp::CompletionList> reply);
  void signatures(const Place &params,
                  Callback<llvm::lsp::SignatureHelp> reply);
  void hints(const llvm::lsp::InlayHintsParams &params,
             Callback<std::vector<llvm::lsp::InlayHint>> reply);
  void symbols(const llvm::lsp::DocumentSymbolParams &params,
               Callback<std::vector<llvm::lsp::DocumentSymbol>> reply);
  void actions(const llvm::lsp::CodeActionParams &params,
               Callback<json::Value> reply);
  void prepareRename(const Place &params, Callback<json::Value> reply);
  void renameAt(const RenameParams &params,
                Callback<llvm::lsp::WorkspaceEdit> reply);
  void format(const llvm::lsp::DocumentSymbolParams &params,
              Callback<std::vector<llvm::lsp::TextEdit>> reply);

  MessageHandler handler;
  Documents documents;
  bool wasShutDown = false;
};

} // namespace

Server::Server(JSONTransport &transport, Documents::Publish &publish)
    : handler(transport), documents(publish) {
  handler.method("initialize", this, &Server::initialize);
  handler.notification("initialized", this, &Server::initialized);
  handler.method("shutdown", this, &Server::shutdown);
  handler.notification("textDocument/didOpen", this, &Server::opened);
  handler.notification("textDocument/didChange", this, &Server::changed);
  handler.notification("textDocument/didClose", this, &Server::closed);
  handler.notification("textDocument/didSave", this, &Server::saved);
  handler.method("textDocument/hover", this, &Server::hoverAt);
  handler.method("textDocument/definition", this, &Server::definitions);
  handler.method("textDocument/references", this, &Server::references);
  handler.method("textDocument/completion", this, &Server::completions);
  handler.method("textDocument/signatureHelp", this, &Server::signatures);
  handler.method("textDocument/inlayHint", this, &Server::hints);
  handler.method("textDocument/documentSymbol", this, &Server::symbols);
  handler.method("textDocument/codeAction", this, &Server::actions);
  handler.method("textDocument/prepareRename", this, &Server::prepareRename);
  handler.method("textDocument/rename", this, &Server::renameAt);
  handler.method("textDocument/formatting", this, &Server::format);
}

//===----------------------------------------------------------------------===//
// The life of a server
//===----------------------------------------------------------------------===//

void Server::initialize(const llvm::lsp::InitializeParams &params,
                        Callback<json::Value> reply) {
  json::Object capabilities{
      {"textDocumentSync",
       json::Object{{"openClose", true}, {"change", 2}, {"save", true}}},
      {"positionEncoding", "utf-16"},
      {"hoverProvider", true},
      {"definitionProvider", true},
      {"referencesProvider", true},
      {"completionProvider",
       json::Object{{"triggerCharacters", json::Array{".", "(", ","}}}},
      {"signatureHelpProvider",
       json::Object{{"triggerCharacters", json::Array{"(", ","}}}},
      {"inlayHintProvider", true},
      {"documentSymbolProvider", true},
      {"codeActionProvider",
       json::Object{{"codeActionKinds", json::Array{"quickfix"}}}},
      {"renameProvider", json::Object{{"prepareProvider", true}}},
      {"documentFormattingProvider", true},
  };
  reply(json::Object{{"serverInfo", json::Object{{"name", "nnc-lsp-server"}}},
                     {"capabilities", std::move(capabilities)}});
}

void Server::shutdown(const llvm::lsp::NoParams &params,
                      Callback<std::nullptr_t> reply) {
  wasShutDown = true;
  reply(nullptr);
}

void Server::opened(const llvm::lsp::DidOpenTextDocumentParams &params) {
  documents.open(params.textDocument.uri, params.textDocument.text,
                 params.textDocument.version);
}

void Server::changed(const llvm::lsp::DidChangeTextDocumentParams &params) {
  documents.change(params.textDocument.uri, params.textDocument.version,
                   params.contentChanges);
}

void Server::closed(const llvm::lsp::DidCloseTextDocumentParams &params) {
  documents.close(params.textDocument.uri);
}

void Server::saved(const llvm::lsp::DocumentSymbolParams &params) {
  documents.saved(params.textDocument.uri);
}

//===----------------------------------------------------------------------===//
// Requests
//===----------------------------------------------------------------------===//

void Server::hoverAt(const Place &params, Callback<json::Value> reply) {
  std::optional<View> file = documents.view(params.textDocument.uri);
  std::optional<llvm::lsp::Hover> result;
  if (file)
    result = hover(*file, file->now.lines.offset(params.position));
  reply(result ? json::Value(*result) : json::Value(nullptr));
}

void Server::definitions(const Place &params,
                         Callback<std::vector<llvm::lsp::Location>> reply) {
  std::optional<View> file = documents.view(params.textDocument.uri);
  std::vector<llvm::lsp::Location> result;
  if (file)
    result = definitionOf(*file, params.textDocument.uri,
                          file->now.lines.offset(params.position));
  reply(std::move(result));
}

void Server::references(const llvm::lsp::ReferenceParams &params,
                        Callback<std::vector<llvm::lsp::Location>> reply) {
  std::optional<View> file = documents.view(params.textDocument.uri);
  std::vector<llvm::lsp::Location> result;
  if (file)
    result = referencesTo(*file, params.textDocument.uri,
                          file->now.lines.offset(params.position),
                          params.context.includeDeclaration);
  reply(std::move(result));
}

void Server::completions(const llvm::lsp::CompletionParams &params,
                         Callback<llvm::lsp::CompletionList> reply) {
  std::optional<View> file = documents.view(params.textDocument.uri);
  llvm::lsp::CompletionList result;
  if (file)
    result.items = complete(*file, file->now.lines.offset(params.position));
  reply(std::move(result));
}

void Server::signatures(const Place &params,
                        Callback<llvm::lsp::SignatureHelp> reply) {
  std::optional<View> file = documents.view(params.textDocument.uri);
  llvm::lsp::SignatureHelp result;
  if (file)
    result = signatureHelp(*file, file->now.lines.offset(params.position));
  reply(std::move(result));
}

void Server::hints(const llvm::lsp::InlayHintsParams &params,
                   Callback<std::vector<llvm::lsp::InlayHint>> reply) {
  std::optional<View> file = documents.view(params.textDocument.uri);
  std::vector<llvm::lsp::InlayHint> result;
  if (file)
    result = inlayHints(*file, file->now.lines.offset(params.range.start),
                        file->now.lines.offset(params.range.end));
  reply(std::move(result));
}

void Server::symbols(const llvm::lsp::DocumentSymbolParams &params,
                     Callback<std::vector<llvm::lsp::DocumentSymbol>> reply) {
  std::optional<View> file = documents.view(params.textDocument.uri);
  std::vector<llvm::lsp::DocumentSymbol> result;
  if (file)
    result = outline(file->now);
  reply(std::move(result));
}

void Server::actions(const llvm::lsp::CodeActionParams &params,
                     Callback<json::Value> reply) {
  std::optional<View> file = documents.view(params.textDocument.uri);
  json::Array result;
  if (file)
    result = actionsFor(file->now, params.textDocument.uri,
                        file->now.lines.offset(params.range.start),
                        file->now.lines.offset(params.range.end));
  reply(std::move(result));
}

static Error notOpen() {
  return make_error<llvm::lsp::LSPError>("the file is not open",
                                         llvm::lsp::ErrorCode::InvalidParams);
}

void Server::prepareRename(const Place &params, Callback<json::Value> reply) {
  std::optional<View> file = documents.view(params.textDocument.uri);
  if (!file)
    return reply(notOpen());
  Expected<NamedPlace> place =
      renamed(*file, file->now.lines.offset(params.position));
  if (!place)
    return reply(place.takeError());
  reply(json::Value(file->now.lines.range(place->begin, place->end)));
}

void Server::renameAt(const RenameParams &params,
                      Callback<llvm::lsp::WorkspaceEdit> reply) {
  std::optional<View> file = documents.view(params.textDocument.uri);
  if (!file)
    return reply(notOpen());
  reply(rename(*file, params.textDocument.uri,
               file->now.lines.offset(params.position), params.newName));
}

void Server::format(const llvm::lsp::DocumentSymbolParams &params,
                    Callback<std::vector<llvm::lsp::TextEdit>> reply) {
  std::vector<llvm::lsp::TextEdit> result;
  const std::string *text = documents.text(params.textDocument.uri);
  if (!text)
    return reply(std::move(result));
  SourceMgr sources;
  ASTContext context;
  DiagnosticEngine diags(sources);
  unsigned id = sources.AddNewSourceBuffer(
      MemoryBuffer::getMemBuffer(*text, "", false), SMLoc());
  auto formatted = formatBuffer(context, sources, id, diags);
  if (!formatted) {
    // A fault of the formatter; the text stays.
    consumeError(formatted.takeError());
  } else if (*formatted && **formatted != *text) {
    // Only the lines that change, so that the cursor stays where it is.
    Common common(*text, **formatted);
    auto [begin, end, last] = common.extents();
    Lines lines(*text);
    result.push_back(
        {lines.range(begin, end), (*formatted)->substr(begin, last - begin)});
  }
  reply(std::move(result));
}

//===----------------------------------------------------------------------===//
// The process
//===----------------------------------------------------------------------===//

int Server::run(JSONTransport &transport) {
  if (Error error = transport.run(handler)) {
    Logger::error("{0}", toString(std::move(error)));
    return 1;
  }
  return wasShutDown ? 0 : 1;
}

int nnc::runLanguageServer(const ServerOptions &options) {
  Logger::setLogLevel(options.verbose ? Logger::Level::Debug
                                      : Logger::Level::Error);
  consumeError(errorCodeToError(sys::ChangeStdinToBinary()));
  CrashRecoveryContext::Enable();
  using namespace llvm::lsp;
  JSONStreamStyle style = options.litTest ? Delimited : Standard;
  std::function<void()> idle;
  JSONTransport transport(
      std::make_unique<Input>(stdin, style, [&] { idle(); }), outs(),
      options.litTest);
  Documents::Publish publish = [&](const URI &uri, int64_t version,
                                   json::Array diagnostics) {
    transport.notify("textDocument/publishDiagnostics",
                     json::Object{{"uri", uri.uri()},
                                  {"version", version},
                                  {"diagnostics", std::move(diagnostics)}});
  };
  ::Server server(transport, publish);
  idle = [&] { server.idle(); };
  return server.run(transport);
}
