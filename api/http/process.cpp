#include "api/http/process.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <csignal>

#include "domain/core/check.hpp"

namespace api::http {

void prepare_process()
{
    const auto previous = std::signal(SIGPIPE, SIG_IGN);
    domain::check(previous != SIG_ERR, "SIGPIPE can be ignored");
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

std::size_t connections_allowed()
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return 0;
    return std::max<std::size_t>(1, files.rlim_cur / 4 * 3 / 2);
}

} // namespace api::http
