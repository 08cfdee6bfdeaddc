variable "launch_type" {
  type = string
}

resource "aws_ecs_service" "web" {
  name        = "web"
  launch_type = var.launch_type
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = "logs-111122223333"

  versioning_configuration {
    status = "Disabled"
  }
}

resource "aws_ssm_parameter" "password" {
  name  = "password"
  type  = "SecureString"
  value = "string"
  tier  = null
}

# The provider takes both cases here.
resource "aws_lb_listener" "web" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-2:111122223333:loadbalancer/app/web/50dc6c495c0c9188"
  port              = 80
  protocol          = "http"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-2:111122223333:targetgroup/web/73e2d6bc24d8a067"
  }
}

resource "aws_cloudwatch_log_group" "web" {
  name              = "web"
  retention_in_days = 0
}

resource "aws_sqs_queue" "orders" {
  name       = "orders.fifo"
  fifo_queue = true
}

resource "google_storage_bucket" "logs" {
  name          = "Logs"
  location      = "EU"
  storage_class = "standard"
}
