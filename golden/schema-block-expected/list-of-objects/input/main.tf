resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  ebs_block_device = [
    {
      device_name = "/dev/sdf"
      volume_size = 100
    },
    # Logs
    {
      device_name = "/dev/sdg"
      volume_size = 10
    },
  ]

  ephemeral_block_device = []
  metadata_options       = null
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = var.load_balancer
  port              = 80

  default_action = [{
    type = "redirect"
    redirect = {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }]
}

variable "load_balancer" {
  type = string
}
