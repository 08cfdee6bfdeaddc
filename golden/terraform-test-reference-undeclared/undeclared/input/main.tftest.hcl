variables {
  label = local.text
}

run "first" {
  variables {
    name = run.second.name
  }

  assert {
    condition     = run.first.name != ""
    error_message = "no name"
  }
}

run "second" {
  variables {
    name  = run.fisrt.name
    label = terraform_data.all.id
  }
}

run "third" {
  variables {
    name = run.second.naem
  }

  assert {
    condition     = terraform_data.gone.id != "" && local.txt != "" && var.nmae == "" && output.gone == 1
    error_message = "nothing"
  }
}
