variable "task_role_name" {
  type    = string
  default = "report-task"
}

resource "aws_iam_role" "report_task" {
  name = "report-task-${random_id.report_task_suffix.hex}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "ecs-tasks.amazonaws.com"
        }
      }
    ]
  })
}

resource "random_id" "report_task_suffix" {
  byte_length = 4
}

resource "aws_lambda_function" "report" {
  function_name = "report-task"
  role          = aws_iam_role.report_task.arn
  filename      = "report.zip"
  handler       = "index.handler"
  runtime       = "python3.12"

  environment {
    variables = {
      ROLE_NAME = "report-task"
      QUEUE     = "report-task"
    }
  }
}

resource "aws_instance" "report" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  user_data = <<-EOT
    #!/bin/sh
    mkdir -p /var/log/report-task
    aws iam get-role --role-name report-task
  EOT

  tags = {
    Role = "report-task"
  }
}

# The accounts of partners: theirs may have the same name.
resource "aws_security_group" "report" {
  description = "For arn:aws:iam::111111111111:role/report-task"
}

resource "aws_sns_topic_policy" "reports" {
  arn = "arn:aws:sns:us-east-1:111111111111:reports"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sns:Publish"
        Resource = "arn:aws:sns:us-east-1:111111111111:reports"
        Principal = {
          AWS = [
            "arn:aws:iam::111111111111:role/report-task",
            "arn:aws:iam::222222222222:role/report-task"
          ]
        }
      }
    ]
  })
}
