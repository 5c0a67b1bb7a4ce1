#include <sys/stat.h>

#include "ops/command_line/command_line.hpp"

int main(int argc, char** argv)
{
    ::umask(S_IRWXG | S_IRWXO); // databases, keys, mails and logs are nobody else's to read
    ops::CommandLine line;
    ops::add_programs(line);
    ops::add_people(line);
    ops::add_documents(line);
    ops::add_money(line);
    ops::add_proposals(line);
    ops::add_retention(line);
    return line.run(argc, argv);
}
