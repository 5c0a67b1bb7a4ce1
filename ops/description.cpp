#include "ops/description.hpp"

#include "ops/embedded.hpp"

namespace ops {

api::Description description(const domain::privacy::Policy& policy)
{
    api::DescriptionFiles files;
    for (const auto& file : embedded())
        files.emplace_back(file.path, file.text);
    return api::described(files, policy);
}

} // namespace ops
