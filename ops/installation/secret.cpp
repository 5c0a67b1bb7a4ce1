#include "ops/installation/secret.hpp"

#include <sys/stat.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ops {

std::string read_secret(const std::string& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) throw std::runtime_error(path + ": cannot be read");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        throw std::runtime_error(path + ": others may read it; chmod 0400 " + path);
    }
    std::ostringstream content;
    content << std::ifstream(path).rdbuf();
    auto secret = content.str();
    while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r'))
        secret.pop_back();
    if (secret.empty()) throw std::runtime_error(path + ": is empty");
    return secret;
}

} // namespace ops
