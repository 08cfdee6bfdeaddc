data "aws_iam_policy_document" "trust" {
  version = "2012-10-18"

  statement {
    effect  = "allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "task" {
  name_prefix        = "task-"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
