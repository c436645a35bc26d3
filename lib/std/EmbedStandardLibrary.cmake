# cmake -DOUTPUT=x.cpp -P EmbedStandardLibrary.cmake -- a.nn b.nn ...
# Writes C++ that holds the text of the files.
set(text "// Generated from lib/std.\n#include \"nnc/Frontend/StandardLibrary.h\"\n\n")
string(APPEND text "static const std::pair<const char *, const char *> files[] = {\n")
set(seen FALSE)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
  if(seen)
    file(READ "${CMAKE_ARGV${i}}" content)
    get_filename_component(name "${CMAKE_ARGV${i}}" NAME)
    string(APPEND text "    {\"${name}\", R\"nn(${content})nn\"},\n")
  elseif("${CMAKE_ARGV${i}}" STREQUAL "--")
    set(seen TRUE)
  endif()
endforeach()
string(APPEND text "};\n\n"
  "llvm::ArrayRef<std::pair<const char *, const char *>> nnc::standardLibrary() {\n"
  "  return files;\n}\n")
file(WRITE "${OUTPUT}" "${text}")
