-- nvim --headless --clean -l neovim.lua GOOD.nn BAD.nn
--
-- What a user of Neovim gets from the server, with the settings that
-- docs/Editors.md gives: one line for each thing, on standard error.
vim.filetype.add({ extension = { nn = "nn" } })
vim.lsp.config("nnc", { cmd = { "nnc-lsp-server" }, filetypes = { "nn" }, root_markers = { ".git" } })
vim.lsp.enable("nnc")
vim.lsp.inlay_hint.enable(true)
local function open(path)
  vim.cmd.edit(path)
  local ok = vim.wait(10000, function()
    local c = vim.lsp.get_clients({ bufnr = 0 })
    return #c > 0 and c[1].initialized
  end, 20)
  assert(ok, "the server did not start for " .. path)
  return vim.api.nvim_get_current_buf()
end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 5000) or {}
  for _, answer in pairs(answers) do
    assert(not answer.error, method .. ": " .. vim.inspect(answer.error))
    return answer.result
  end
end
local function at(text, offset)
  local line, column = unpack(vim.fn.searchpos(text, "nw"))
  assert(line > 0, "no " .. text)
  return { textDocument = vim.lsp.util.make_text_document_params(0),
    position = { line = line - 1, character = column - 1 + (offset or 0) } }
end

local good = open(arg[1])
print("filetype: " .. vim.bo.filetype)
local client = vim.lsp.get_clients({ bufnr = 0 })[1]
print("server: " .. client.server_info.name)
local hover = ask("textDocument/hover", at("layer embed", 6)).contents.value:gsub("\n", " | ")
print("hover: " .. hover)
local items = ask("textDocument/completion", at("AdamW(", 3))
for _, item in ipairs(items.items or items) do
  if item.label == "AdamW" then print("completion: " .. item.label) end
end
vim.wait(3000, function() return #vim.lsp.inlay_hint.get({ bufnr = good }) > 0 end, 20)
local hints = vim.lsp.inlay_hint.get({ bufnr = good })
for _, hint in ipairs(hints) do
  local label = hint.inlay_hint.label
  print("hint: " .. (type(label) == "string" and label or label[1].value))
end
print("diagnostics of " .. vim.fs.basename(arg[1]) .. ": " .. #vim.diagnostic.get(good))
local bad = open(arg[2])
vim.wait(5000, function() return #vim.diagnostic.get(bad) > 0 end, 20)
for _, d in ipairs(vim.diagnostic.get(bad)) do
  local message = d.message:gsub("\n", " | ")
  print("diagnostic: " .. (d.lnum + 1) .. ":" .. (d.col + 1) .. " " .. d.code .. " " .. message)
end
-- The error goes away as it is mended.
local line = vim.fn.search("Dense(dd)")
vim.api.nvim_buf_set_lines(bad, line - 1, line, true, { (vim.fn.getline(line):gsub("dd", "d")) })
local gone = vim.wait(5000, function() return #vim.diagnostic.get(bad) == 0 end, 20)
print("mended: " .. tostring(gone))
local at_end = vim.fn.search("^dim batch")
vim.api.nvim_buf_set_lines(bad, at_end - 1, at_end - 1, true, { "hyper    spaced   =  1" })
vim.lsp.buf.format({ timeout_ms = 5000 })
print("formatted: " .. vim.api.nvim_buf_get_lines(bad, at_end - 1, at_end, true)[1])
print("symbols: " .. #ask("textDocument/documentSymbol",
  { textDocument = vim.lsp.util.make_text_document_params(0) }))
vim.cmd("qa!")
