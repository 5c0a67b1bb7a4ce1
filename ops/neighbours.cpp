#include "ops/neighbours.hpp"

namespace ops {

Neighbours::Neighbours(const Installation& installation)
    : hook_secret(read_secret(installation.config.hook_secret_file))
{
    const auto& base = installation.config.hook_base_url;
    if (!base.empty()) hook_url = base + "/hooks/mangopay/" + hook_secret;
}

} // namespace ops
