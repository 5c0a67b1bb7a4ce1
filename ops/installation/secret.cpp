#include "ops/installation/secret.hpp"

#include <sys/stat.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ops {

void require_private(const std::string& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) throw std::runtime_error(path + ": cannot be read");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        throw std::runtime_error(path + ": others may read it; chmod go= '" + path + "'");
    }
}

std::string read_secret(const std::string& path)
{
    require_private(path);
    std::ostringstream content;
    content << std::ifstream(path).rdbuf();
    auto secret = content.str();
    while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r'))
        secret.pop_back();
    if (secret.empty()) throw std::runtime_error(path + ": is empty");
    return secret;
}

domain::SecretKey read_master_key(const std::string& path)
{
    const auto bytes = domain::from_base64(read_secret(path));
    if (!bytes || bytes->size() != domain::SecretKey::size) {
        throw std::runtime_error(path + ": must hold 32 random bytes in base64; make one with "
                                        "`openssl rand -base64 32`");
    }
    return domain::SecretKey::of(*bytes);
}

} // namespace ops
