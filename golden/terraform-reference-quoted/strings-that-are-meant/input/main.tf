resource "aws_ecs_service" "web" {
  name       = "aws_ecs_service.web"
  cluster    = aws_ecs_cluster.main.id
  depends_on = [aws_lb_listener.web]
}

resource "aws_codedeploy_app" "web" {
  name = "provider"
}

provider "example" {
  depends_on = ["a.b"]
}
