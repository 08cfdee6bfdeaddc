run "plan" {
  command = plan

  assert {
    condition     = module.network[0].id == "x" && module.network[1].ids == []
    error_message = "nothing"
  }

  assert {
    condition     = try(module.network[0].gone, "") == ""
    error_message = "nothing"
  }
}
