locals {
    names = concat(
      var.names,
      ["default"],
    )
    enabled = (var.enabled
    && var.allowed)
}
