# Traps: what is for something else, what is there already, and what would close a circle.
resource "aws_s3_bucket" "uploads" {
  bucket_prefix       = "uploads-"
  object_lock_enabled = true
}

resource "aws_s3_bucket" "other" {
  bucket_prefix = "other-"
}

resource "aws_s3_bucket_versioning" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  versioning_configuration {
    status = "Enabled"
  }
}

# A bucket that is made with object lock has versions.
resource "aws_s3_bucket_object_lock_configuration" "uploads" {
  bucket = aws_s3_bucket.uploads.id
}

resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = var.role_arn
  package_type  = "Image"
  image_uri     = var.image
}

resource "aws_lambda_permission" "events" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.resize.function_name
  principal     = "events.amazonaws.com"
}

resource "aws_lambda_permission" "other" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.resize.function_name
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.other.arn
}

resource "aws_s3_bucket_notification" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  lambda_function {
    lambda_function_arn = aws_lambda_function.resize.arn
    events              = ["s3:ObjectCreated:*"]
  }
}

# It depends on the permission by way of something else.
resource "terraform_data" "ready" {
  input = aws_lambda_permission.other.id
}

resource "aws_s3_bucket_notification" "other" {
  bucket = aws_s3_bucket.other.id

  lambda_function {
    lambda_function_arn = aws_lambda_function.resize.arn
    events              = ["s3:ObjectCreated:*"]
  }

  depends_on = [terraform_data.ready]
}

resource "aws_lambda_function" "inside" {
  function_name = "inside"
  role          = aws_iam_role.inside.arn
  package_type  = "Image"
  image_uri     = var.image

  vpc_config {
    subnet_ids         = var.subnet_ids
    security_group_ids = []
  }
}

resource "aws_iam_role" "inside" {
  name_prefix        = "inside-"
  assume_role_policy = var.trust
}

# The policy refers to the function, which cannot wait for it then.
resource "aws_iam_role_policy" "inside" {
  role = aws_iam_role.inside.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"]
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "lambda:InvokeFunction"
        Resource = aws_lambda_function.inside.arn
      },
    ]
  })
}

# One of the two listeners is enough.
resource "aws_lb_listener" "site" {
  count = 2

  load_balancer_arn = var.balancer_arn
  port              = 8080 + count.index
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = var.group_arn
  }
}

resource "aws_lb_listener" "test" {
  load_balancer_arn = var.balancer_arn
  port              = 9090
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = var.group_arn
  }
}

resource "aws_ecs_service" "site" {
  name            = "site"
  cluster         = var.cluster
  task_definition = var.task
  desired_count   = 2

  load_balancer {
    target_group_arn = var.group_arn
    container_name   = "site"
    container_port   = 8080
  }

  depends_on = [aws_lb_listener.site]
}

variable "role_arn" {
  type = string
}

variable "image" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "trust" {
  type = string
}

variable "balancer_arn" {
  type = string
}

variable "group_arn" {
  type = string
}

variable "cluster" {
  type = string
}

variable "task" {
  type = string
}
