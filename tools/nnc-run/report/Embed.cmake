# cmake -DFOLDER=tools/nnc-run/report -DCHART=chart.min.js -DOUTPUT=x.cpp -P Embed.cmake
# Writes C++ that holds the page of a report: page.html with the style, the
# plotting library and the scripts in it.
file(READ "${FOLDER}/page.html" page)
file(READ "${FOLDER}/style.css" style)
file(READ "${CHART}" chart)
file(READ "${FOLDER}/chart-licence.txt" licence)
set(scripts "")
foreach(name base curves heat layers answers attention facts main)
  file(READ "${FOLDER}/${name}.js" script)
  string(APPEND scripts "${script}\n")
endforeach()
foreach(part style chart licence scripts)
  string(REPLACE "{{${part}}}" "${${part}}" page "${page}")
endforeach()
string(FIND "${page}" ")nncpage\"" end)
if(NOT end EQUAL -1)
  message(FATAL_ERROR "the page holds the end of the literal that it is put in")
endif()
file(WRITE "${OUTPUT}" "// Generated from ${FOLDER}.\n#include \"Report.h\"\n\n"
  "const char *nnc::run::reportPage() {\n  return R\"nncpage(${page})nncpage\";\n}\n")
