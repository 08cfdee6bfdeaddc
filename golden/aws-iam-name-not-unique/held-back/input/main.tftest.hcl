run "names" {
  command = plan

  assert {
    condition     = aws_iam_group.tested.name == "tested-group"
    error_message = "the IAM group tested-group is used by scripts"
  }
}
