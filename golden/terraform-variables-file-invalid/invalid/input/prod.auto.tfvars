tags = {
  home = upper("web")
  name = local.name
}
