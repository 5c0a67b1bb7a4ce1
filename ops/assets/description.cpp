#include "ops/assets/description.hpp"

#include "ops/assets/embedded.hpp"

namespace ops {

api::Description description(const domain::policy::Policy& policy)
{
    api::openapi::DescriptionFiles files;
    for (const auto& file : embedded())
        files.emplace_back(file.path, file.text);
    return api::openapi::described(files, policy);
}

} // namespace ops
