# cmake -DINPUT=Diagnostics.md -DOUTPUT=x.cpp -P EmbedDiagnostics.cmake
# Writes C++ that holds the text of the page.
file(READ "${INPUT}" page)
file(WRITE "${OUTPUT}" "// Generated from docs/Diagnostics.md.\n"
  "#include \"nnc/Frontend/Explanations.h\"\n\n"
  "const char *nnc::diagnosticsPage() {\n  return R\"md(${page})md\";\n}\n")
